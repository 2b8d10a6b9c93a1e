import { dateInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { StatBlock } from '../../../components/stat-block';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag, type TagKind } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { Doors } from '../../components/doors';
import { changesInWords, type DueRow, dueIcons, dueInWords, groups, headline, statsOf, urgencyOf } from '../../due';

function Due({ row, tag, now }: { row: DueRow; tag: TagKind; now: Date }) {
  return (
    <ListRow
      id={`due-${row.id}`}
      icon={dueIcons[row.kind] ?? 'tasks'}
      title={row.title}
      sub={row.title.includes(row.reference) ? undefined : row.reference}
      tags={
        <>
          <StatusTag kind={tag} icon={tag === 'danger' ? 'alert' : 'clock'}>
            {dueInWords(row, now)}
          </StatusTag>
          {row.isNew ? <StatusTag kind="info">新</StatusTag> : null}
        </>
      }
      onTap={() => openPage(row.page)}
    />
  );
}

export default function WorkbenchPage() {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('account.workbench', {});
  const now = new Date();
  const most = rows[0];
  const counts = first?.counts;
  return (
    <Page
      title="工作台"
      isPrivate
      busy={loading}
      footer={
        most ? (
          <BottomBar>
            <Button id="start" onTap={() => openPage(most.page)}>
              从最急的一件办起
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {counts ? (
        <View className="bal">
          <Heading level={1}>{headline(counts)}</Heading>
          <View className="sub">{[first?.name, dateInWords(now)].filter(Boolean).join('　')}</View>
          <View className="sub">{changesInWords(first?.changes)}</View>
        </View>
      ) : null}
      {counts ? (
        <Card pad={false}>
          <StatBlock stats={statsOf(counts)} />
        </Card>
      ) : null}
      {first ? <Doors can={first.can} /> : null}
      {loading ? <Skeleton icon count={5} /> : null}
      {error && !first ? <ErrorState error={error} onRetry={retry} /> : null}
      {first && rows.length === 0 ? <EmptyState title="没有等您办的事" why="有新的申请或会议时，会出现在这里。" /> : null}
      {groups.map(({ key, title, tag }) => {
        const due = rows.filter((row) => urgencyOf(row.dueAt, now) === key);
        return due.length > 0 ? (
          <Section key={key} title={title} icon={key === 'overdue' ? 'alert' : undefined} danger={key === 'overdue'}>
            <Rows>
              {due.map((row) => (
                <Due key={row.id} row={row} tag={tag} now={now} />
              ))}
            </Rows>
          </Section>
        ) : null;
      })}
      {more ? <ListEnd onMore={more} busy={loadingMore} /> : null}
    </Page>
  );
}
