import { momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { inboxTexts } from '@shared/labels';
import { call } from '../../../cloud/call';
import { newRequestId } from '../../../cloud/request-id';
import { useRefresh } from '../../../cloud/use-call';
import { usePages } from '../../../cloud/use-pages';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { openPage } from '../../../open-page';

type Entry = Output<'account.inbox'>['rows'][number];

/** Facts that are instants are sent as such and spoken as people say them. */
function inWords(facts: Entry['facts']): Record<string, string> {
  const said = Object.entries(facts).map(([key, value]) => [key, key.endsWith('At') ? momentInWords(value) : value]);
  return Object.fromEntries(said);
}

function wordsOf(entry: Entry): { title: string; text: string } {
  return inboxTexts[entry.kind]?.(inWords(entry.facts)) ?? { title: '新消息', text: '打开查看' };
}

/** Every message to this person, newest first; what WeChat delivers is only a courtesy. */
export default function InboxPage() {
  const inbox = usePages('account.inbox', {});
  const refresh = useRefresh();
  const openEntry = (entry: Entry) => {
    if (!entry.read) {
      // Opening it is what matters; a mark that was lost is made at the next opening.
      void call('account.markRead', { entryId: entry.id }, newRequestId()).then(
        () => refresh('account.inbox', 'account.home', 'account.me'),
        () => undefined,
      );
    }
    if (entry.page) openPage(entry.page);
  };
  const unread = inbox.first?.unread ?? 0;
  return (
    <Page title="消息" isPrivate busy={inbox.loading}>
      <Heading level={1}>{unread > 0 ? `${unread} 条消息还没看` : '消息'}</Heading>
      <OfflineNotice savedAt={inbox.savedAt} />
      {inbox.loading ? <Skeleton /> : null}
      {inbox.error && !inbox.first ? <ErrorState error={inbox.error} onRetry={inbox.retry} /> : null}
      {inbox.first && inbox.rows.length === 0 ? (
        <EmptyState title="还没有消息" why="申请有进展、会议有结果，都会在这里告诉您。" />
      ) : null}
      {inbox.rows.length > 0 ? (
        <>
          <Rows>
            {inbox.rows.map((entry) => {
              const { title, text } = wordsOf(entry);
              return (
                <ListRow
                  key={entry.id}
                  title={title}
                  sub={`${text}\n${momentInWords(entry.at)}`}
                  unread={!entry.read}
                  onTap={() => openEntry(entry)}
                />
              );
            })}
          </Rows>
          <ListEnd total={`共 ${inbox.rows.length} 条`} onMore={inbox.more} busy={inbox.loadingMore} />
        </>
      ) : null}
    </Page>
  );
}
