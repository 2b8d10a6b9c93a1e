import { dateInWords } from '@shared/dates';
import { outcomeLabels } from '@shared/labels';
import { useRouter } from '@tarojs/taro';
import { usePages } from '../../../cloud/use-pages';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { againTag, decidedOn, otherResult, replayInWords, versionIn } from '../../rules/replayed';

/** Stored decisions worked out again, twenty at a time: under the rule of their day, and under a version asked about. */
export default function ReplayPage() {
  const { key = '', version } = useRouter().params;
  const under = key && version ? { key, version: Number(version) } : undefined;
  const { rows, first, loading, error, more, loadingMore, retry } = usePages(
    'governance.replayDecisions',
    under ? { under } : {},
  );
  const isWrong = rows.some(({ same }) => !same);
  return (
    <Page title="复核表决" isPrivate busy={loading}>
      <Heading level={1}>复核历次表决</Heading>
      {loading ? <Skeleton count={5} /> : null}
      {error && !first ? <ErrorState error={error} onRetry={retry} /> : null}
      {first && rows.length === 0 ? <EmptyState title="还没有表决" why="会议作出决定后，可以在这里按规则重算。" /> : null}
      {rows.length > 0 ? <Notice kind={isWrong ? 'danger' : 'info'}>{`${replayInWords(rows, under?.version)}。`}</Notice> : null}
      {rows.length > 0 ? (
        <Rows>
          {rows.map((row) => {
            const again = againTag(row);
            const other = otherResult(row);
            return (
              <ListRow
                key={row.item}
                title={`${decidedOn(row)}：${outcomeLabels[row.stored]}`}
                sub={`${row.meetingTitle}\n${dateInWords(row.decidedAt)}，${versionIn(row.rule)}`}
                tags={
                  <>
                    <StatusTag kind={again.kind}>{again.text}</StatusTag>
                    {other ? <StatusTag kind="warn">{other}</StatusTag> : null}
                  </>
                }
              />
            );
          })}
        </Rows>
      ) : null}
      {first ? <ListEnd onMore={more} busy={loadingMore} /> : null}
    </Page>
  );
}
