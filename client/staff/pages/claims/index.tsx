import { cities } from '@shared/cities';
import { momentInWords } from '@shared/dates';
import { memberKindLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { usePages } from '../../../cloud/use-pages';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';

const cityNames: Readonly<Record<string, string>> = cities;
const fitting = (candidates: number) => (candidates === 0 ? '没有对上在册记录' : `对上 ${candidates} 条在册记录`);

/** Claims of records on file that wait for somebody to verify who made them. */
export default function ClaimsPage() {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('membership.claims', {});
  return (
    <Page title="会籍登记" isPrivate busy={loading}>
      {loading ? <Skeleton icon count={4} /> : null}
      {error && !first ? <ErrorState error={error} onRetry={retry} /> : null}
      {first && rows.length === 0 ? <EmptyState title="没有等核对的登记" why="会员登记找回会籍后，会出现在这里。" /> : null}
      {rows.length > 0 ? (
        <Rows>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              id={`claim-${row.id}`}
              icon={row.kind === 'unit' ? 'unit' : 'me'}
              title={row.name}
              sub={`${momentInWords(row.at)}　${row.reference}`}
              tags={
                <>
                  <StatusTag kind={row.candidates === 0 ? 'warn' : 'info'}>{fitting(row.candidates)}</StatusTag>
                  <StatusTag>{row.city ? (cityNames[row.city] ?? row.city) : memberKindLabels[row.kind]}</StatusTag>
                </>
              }
              onTap={() => openPage(pages.claim(row.id))}
            />
          ))}
        </Rows>
      ) : null}
      {rows.length > 0 ? <ListEnd onMore={more} busy={loadingMore} /> : null}
    </Page>
  );
}
