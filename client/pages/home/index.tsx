import { dateForDocuments, greeting } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { applicationStateLabels, memberKindLabels, standingLabels } from '@shared/labels';
import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useCall } from '../../cloud/use-call';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { MemberCard } from '../../components/member-card';
import { OfflineNotice } from '../../components/notice';
import { Page } from '../../components/page';
import { Section } from '../../components/section';
import { Skeleton } from '../../components/skeleton';
import { ErrorState } from '../../components/states';
import { StatusTag } from '../../components/status-tag';
import { openPage } from '../../open-page';
import { applicationWords } from './application-words';
import { Guest, Steps } from './guest';
import './index.css';

type Home = Output<'account.home'>;

/** Where the application stands, as one card with one primary button. */
function ApplicationCard({ application }: { application: NonNullable<Home['application']> }) {
  const words = applicationWords(application);
  const primary = words.waits || application.state === 'withdrawn';
  return (
    <Card>
      <View className="stack">
        <View className="between">
          <StatusTag kind={words.kind}>{words.tag}</StatusTag>
          <View className="cap num">{application.reference}</View>
        </View>
        <Heading level={1}>
          {words.when ? <View className="nb">{words.when}</View> : null}
          {words.headline}
        </Heading>
        <View className="sub">{words.detail}</View>
        <Button id="application" kind={primary ? 'primary' : 'secondary'} onTap={() => openPage(words.page)}>
          {words.action}
        </Button>
      </View>
    </Card>
  );
}

/** What waits for this person: staff work (its way in stays also when nothing waits) and unread messages. */
function Waiting({ home }: { home: Home }) {
  const due = home.due ?? 0;
  if (home.due === null && home.unread === 0) return null;
  return (
    <Section title="等您处理" count={due + home.unread}>
      <Rows>
        {home.due !== null ? (
          <ListRow
            id="workbench"
            icon="tasks"
            title={due > 0 ? `工作台有 ${due}${home.dueCapped ? '+' : ''} 件待办` : '工作台'}
            sub={due > 0 ? '先办最急的' : '没有等您办的事'}
            onTap={() => openPage(pages.workbench())}
          />
        ) : null}
        {home.unread > 0 ? (
          <ListRow
            id="inbox"
            icon="bell"
            title={`${home.unread} 条新消息`}
            sub="进展和通知都在这里"
            onTap={() => openPage(pages.inbox())}
          />
        ) : null}
      </Rows>
    </Section>
  );
}

function Content({ home }: { home: Home }) {
  const { name, member, application } = home;
  // What the phone kept of an earlier release has none.
  const { units = [], unitApplication = null }: Partial<Home> = home;
  const isGuest = !member && !application;
  // Who works here comes to work; applying is one tap away on 我的.
  const isStaff = home.due !== null;
  return (
    <>
      {name || member ? (
        <View>
          <Heading level={member || !application ? 1 : 2}>{`${name ?? member?.name}，${greeting()}`}</Heading>
          <View className="sub">{dateForDocuments(new Date())}</View>
        </View>
      ) : null}
      {member ? (
        <MemberCard
          name={member.name}
          kind={memberKindLabels[member.kind] ?? ''}
          number={member.number}
          standing={standingLabels[member.standing] ?? member.standing}
          good={member.standing === 'active'}
          since={dateForDocuments(member.admittedAt)}
          onTap={() => openPage(pages.certificate())}
        />
      ) : null}
      {application && !member ? <ApplicationCard application={application} /> : null}
      {isGuest && !isStaff ? <Guest /> : null}
      {home.withdrawn.length > 0 ? (
        <Rows>
          <ListRow
            id="consent"
            icon="shield"
            title="您撤回了同意"
            sub="重新同意以前，不能办理申请和会员事项"
            onTap={() => openPage(pages.privacy())}
          />
        </Rows>
      ) : null}
      {member ? (
        <Rows>
          <ListRow id="mine" icon="id" title="我的会籍" sub="信息、变更和记录" onTap={() => openPage(pages.myMember())} />
        </Rows>
      ) : null}
      {unitApplication || units.length > 0 ? (
        <Section title="您联系的单位">
          <Rows>
            {units.map(({ id, name: unit, number }) => (
              <ListRow
                key={id}
                icon="unit"
                title={unit}
                sub={`单位会员 ${number}`}
                onTap={() => openPage(pages.certificate(id))}
              />
            ))}
            {unitApplication ? (
              <ListRow
                id="unit-application"
                icon="file"
                title={unitApplication.name ?? '单位入会申请'}
                sub={applicationStateLabels[unitApplication.state]}
                onTap={() =>
                  openPage(['draft', 'returned'].includes(unitApplication.state) ? pages.apply('unit') : pages.track('unit'))
                }
              />
            ) : null}
          </Rows>
        </Section>
      ) : null}
      <Waiting home={home} />
      {member || isStaff ? null : <Steps />}
    </>
  );
}

/** The first page: where I stand, and what waits for me. */
export default function HomePage() {
  const home = useCall('account.home', {}, { keep: (answer) => answer });
  useShareAppMessage(() => ({ title: `${organisation.name}${organisation.programme}`, path: 'pages/home/index' }));
  const unknown = home.error?.code === 'auth.required';
  return (
    <Page title="会员之家" tab="home" busy={home.loading}>
      <OfflineNotice savedAt={home.savedAt} />
      {home.data ? <Content home={home.data} /> : null}
      {home.loading ? <Skeleton kind="card" count={3} /> : null}
      {home.error && !home.data && !unknown ? (
        <ErrorState error={home.error} onRetry={home.retry} comfort="您填过的内容都在。" />
      ) : null}
      {unknown ? (
        <>
          <Guest />
          {process.env.TARO_ENV === 'h5' ? (
            <Rows>
              <ListRow id="sign-in" icon="me" title="选择登录的人" onTap={() => window.location.assign('/__sign-in')} />
            </Rows>
          ) : null}
          <Steps />
        </>
      ) : null}
      {home.loading ? null : (
        <Rows>
          <ListRow
            id="verify"
            icon="scan"
            title="查验会员证书"
            sub="扫一扫证书上的二维码"
            onTap={() => openPage('membership/pages/verify/index')}
          />
        </Rows>
      )}
    </Page>
  );
}
