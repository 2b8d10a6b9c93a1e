import { dateForDocuments } from '@shared/dates';
import { memberKindLabels, standingLabels } from '@shared/labels';
import { rightLabels } from '@shared/membership/change-labels';
import { pages } from '@shared/pages';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { Card } from '../../../components/card';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { KeyValue } from '../../../components/key-value';
import { ListRow, Rows } from '../../../components/list-row';
import { MemberCard } from '../../../components/member-card';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { openPage } from '../../../open-page';
import { ConfirmCard } from '../../components/confirm-card';
import { Details } from '../../components/details';
import { History } from '../../components/history';
import { OpenChanges } from '../../components/open-changes';
import type { MemberView } from '../../words';

/** What the standing allows, as words. */
function Rights({ member }: { member: MemberView }) {
  const named = (has: boolean) =>
    Object.entries(rightLabels)
      .filter(([right]) => (member.rights[right] === true) === has)
      .map(([, label]) => label)
      .join('、');
  return (
    <Section title="会籍与权利">
      <Card>
        <KeyValue
          facts={[
            ['会籍', `${standingLabels[member.standing] ?? member.standing}，自${dateForDocuments(member.standingSince)}起`],
            ['可以', named(true)],
            ['现在不可以', named(false)],
          ]}
        />
      </Card>
    </Section>
  );
}

function Content({ member, onChoose }: { member: MemberView; onChoose: (id: string) => void }) {
  const { memberships, can } = member;
  return (
    <>
      {memberships.length > 1 ? (
        <Field name="membership" label="看哪一个会籍">
          <Choice
            value={member.id}
            onChange={onChoose}
            options={memberships.map(({ id, kind, name }) => ({ value: id, label: name, hint: memberKindLabels[kind] ?? kind }))}
          />
        </Field>
      ) : null}
      <MemberCard
        name={member.name}
        kind={memberKindLabels[member.kind] ?? member.kind}
        number={member.number}
        standing={standingLabels[member.standing] ?? member.standing}
        good={member.rights.certificateInForce === true}
        since={dateForDocuments(member.admittedAt)}
        onTap={() => openPage(pages.certificate(member.kind === 'unit' ? member.id : undefined))}
      />
      <ConfirmCard member={member} />
      <OpenChanges member={member} />
      <Details member={member} />
      <Rights member={member} />
      <Rows>
        {can.changeRepresentative ? (
          <ListRow
            id="representative"
            icon="switch"
            title="变更单位代表"
            sub={member.representative ? `现在是${member.representative.name}；新的代表经核对后接手` : '新的代表经核对后接手'}
            onTap={() => openPage(`member/pages/representative/index?id=${member.id}`)}
          />
        ) : null}
        <ListRow
          id="standing"
          icon="file"
          title="会籍记录"
          sub={can.resign ? '变动、理由和会议事项；要退会也在这里' : '变动、理由和会议事项'}
          onTap={() => openPage(pages.myStanding(member.id))}
        />
        <ListRow
          id="privacy"
          icon="shield"
          title="隐私与数据"
          sub="同意、查看记录、复制和注销"
          onTap={() => openPage(pages.privacy())}
        />
      </Rows>
      <History member={member} />
    </>
  );
}

/** A membership of one's own, or a unit that one represents. */
export default function MinePage() {
  const { id } = useRouter().params;
  const [memberId, setMemberId] = useState(id);
  const answer = useCall('membership.myMember', memberId ? { memberId } : {});
  return (
    <Page title="我的会籍" isPrivate busy={answer.loading}>
      {answer.loading ? <Skeleton kind="card" count={4} /> : null}
      {answer.error && !answer.data ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {answer.data === null ? (
        <EmptyState
          title="您还不是会员"
          why="入会以后，会员信息、证书和记录都在这里。"
          action={{ text: '了解怎么入会', onTap: () => openPage(pages.apply()) }}
        />
      ) : null}
      {answer.data ? <Content member={answer.data} onChoose={setMemberId} /> : null}
    </Page>
  );
}
