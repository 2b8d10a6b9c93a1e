import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { standingLabels } from '@shared/labels';
import { basisText, plannedMoveLabels, reminderChannelLabels } from '@shared/membership/standing-labels';
import { pages } from '@shared/pages';
import { useRouter } from '@tarojs/taro';
import { useCall } from '../../../cloud/use-call';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { Timeline } from '../../../components/timeline';
import { openPage } from '../../../open-page';
import { MeasureCard } from '../../components/measure-card';

type Standing = Output<'membership.myStanding'>;

/** Oldest first; the last one holds. */
function Entries({ history, planned }: Pick<Standing, 'history' | 'planned'>) {
  const steps = history.map((entry, index) => ({
    key: `${entry.standing}-${entry.at}`,
    state: index === history.length - 1 ? ('now' as const) : ('done' as const),
    title: standingLabels[entry.standing] ?? entry.standing,
    status: dateForDocuments(entry.effectiveAt),
    detail: [...new Set([basisText(entry.basis), entry.reason])].filter(Boolean).join('：'),
  }));
  const coming = planned
    ? [
        {
          key: 'planned',
          state: 'todo' as const,
          title: plannedMoveLabels[planned.action] ?? planned.action,
          status: dateForDocuments(planned.effectiveAt),
        },
      ]
    : [];
  return (
    <Section title="会籍变动">
      <Card>
        <Timeline steps={[...steps, ...coming]} />
      </Card>
    </Section>
  );
}

function Reminders({ reminders }: Pick<Standing, 'reminders'>) {
  if (reminders.length === 0) return null;
  return (
    <Section title="收到的提醒">
      <Rows>
        {reminders.map(({ at, channel, text }) => (
          <ListRow key={at} title={text} sub={`${dateForDocuments(at)}　${reminderChannelLabels[channel] ?? channel}`} />
        ))}
      </Rows>
    </Section>
  );
}

function Content({ standing }: { standing: Standing }) {
  return (
    <>
      <Heading level={1}>{`${standing.name}：${standingLabels[standing.standing] ?? standing.standing}`}</Heading>
      {standing.measures.length > 0 ? (
        <Section title="提交会议的事项">
          {standing.measures.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} />
          ))}
        </Section>
      ) : null}
      <Entries history={standing.history} planned={standing.planned} />
      <Reminders reminders={standing.reminders} />
      {standing.can.resign ? (
        <Rows>
          <ListRow
            id="resign"
            title="退会"
            sub="交出通知马上生效，不用谁批准"
            onTap={() => openPage(pages.resign(standing.memberId))}
          />
        </Rows>
      ) : null}
    </>
  );
}

/** How a membership stands and how it came to: history with reasons, measures and reminders. */
export default function StandingPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry, savedAt } = useCall('membership.myStanding', id ? { memberId: id } : {});
  const none = error?.code === 'notFound';
  return (
    <Page title="会籍记录" isPrivate busy={loading}>
      <OfflineNotice savedAt={savedAt} />
      {loading ? <Skeleton kind="card" count={4} /> : null}
      {none && !data ? <EmptyState title="没有会籍记录" why="入会以后，会籍的每次变动都记在这里。" /> : null}
      {error && !none && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {data ? <Content standing={data} /> : null}
    </Page>
  );
}
