import { cities } from '@shared/cities';
import { dateForDocuments, dayInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { certificateEventLabels, dueKinds, memberKindLabels, standingLabels } from '@shared/labels';
import { categoryLabels } from '@shared/membership/register-labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCall } from '../../../cloud/use-call';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag, Tags } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { FormSections } from '../../components/form-sections';
import { MemberActions, mayAct } from '../../components/member-actions';
import { RevealedMember } from '../../components/revealed-member';
import { dueIcons, dueInWords } from '../../due';
import { opens } from '../../opens';
import { StandingTag } from '../../register/standing-tag';
import { MemberRecord } from '../../standing/member-record';

type Member = Output<'membership.member'>;

function Head({ member }: { member: Member }) {
  const city = (cities as Readonly<Record<string, string>>)[member.city] ?? member.city;
  return (
    <Card>
      <View className="sec">
        <Tags>
          <StandingTag standing={member.standing} />
          <StatusTag>
            {(member.category && categoryLabels[member.category]) || memberKindLabels[member.kind] || member.kind}
          </StatusTag>
        </Tags>
        <Heading level={1}>{member.name}</Heading>
        <KeyValue
          facts={[
            ['会员编号', member.number],
            ['归口', `${city}慈善总会`],
            ['入会', dateForDocuments(member.admittedAt)],
            ['入会决议', member.resolution],
            ['小程序', member.hasAccount ? '已登记使用' : '还没有登记'],
          ]}
        />
      </View>
    </Card>
  );
}

function Waiting({ due, now }: { due: Member['due']; now: Date }) {
  if (due.length === 0) return null;
  return (
    <Section title="等着办的事">
      <Rows>
        {due.map((line) => (
          <ListRow
            key={line.id}
            id={`due-${line.id}`}
            icon={dueIcons[line.kind] ?? 'tasks'}
            title={dueKinds[line.kind]?.label ?? line.kind}
            sub={line.dueAt ? dueInWords({ kind: line.kind, dueAt: line.dueAt, since: line.dueAt }, now) : undefined}
            onTap={() => openPage(line.page)}
          />
        ))}
      </Rows>
    </Section>
  );
}

function Trail({ member, now }: { member: Member; now: Date }) {
  return (
    <>
      <Section title="会籍变动">
        <Rows>
          {member.standingHistory.map((entry) => (
            <ListRow
              key={`${entry.standing}-${entry.at}`}
              title={standingLabels[entry.standing] ?? entry.standing}
              sub={[dayInWords(entry.effectiveAt, now), entry.by, entry.reason].filter(Boolean).join('　')}
              {...opens(entry.fileUrl)}
            />
          ))}
        </Rows>
      </Section>
      {member.certificate ? (
        <Section title="证书">
          <Rows>
            {member.certificate.history.map(({ event, at }) => (
              <ListRow key={`${event}-${at}`} title={certificateEventLabels[event] ?? event} sub={dateForDocuments(at)} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </>
  );
}

/** One member on one page: who it is, what waits, what happened. */
export default function MemberPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry, savedAt } = useCall('membership.member', { memberId: id ?? '' });
  const now = new Date();
  return (
    <Page title="会员" isPrivate busy={loading} footer={data && mayAct(data.can) ? <MemberActions member={data} /> : undefined}>
      <OfflineNotice savedAt={savedAt} />
      {data ? (
        <>
          <Head member={data} />
          <Waiting due={data.due} now={now} />
          {data.application ? (
            <Rows>
              <ListRow
                id="to-application"
                icon="file"
                title="入会申请"
                sub="申请表、审查与会议"
                onTap={() => openPage(pages.review(data.application ?? ''))}
              />
            </Rows>
          ) : null}
          <MemberRecord member={data} />
          <FormSections form={data.profile} reveal={data.can.reveal ? <RevealedMember memberId={data.id} /> : null} />
          <Trail member={data} now={now} />
        </>
      ) : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {loading ? <Skeleton kind="card" count={5} /> : null}
    </Page>
  );
}
