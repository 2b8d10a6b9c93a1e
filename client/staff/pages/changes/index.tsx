import { cities } from '@shared/cities';
import { momentInWords } from '@shared/dates';
import { fieldLabels } from '@shared/labels';
import { changeKindLabels } from '@shared/membership/change-labels';
import { pages } from '@shared/pages';
import { usePages } from '../../../cloud/use-pages';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { openPage } from '../../../open-page';

const cityName = (code: string) => (cities as Readonly<Record<string, string>>)[code] ?? '';

/** Changes that wait, oldest first. */
export default function ChangesPage() {
  const list = usePages('membership.changeRequests', {});
  return (
    <Page title="会员信息变更" isPrivate busy={list.loading}>
      <Heading level={1}>待核对的变更</Heading>
      {list.loading ? <Skeleton /> : null}
      {list.error && !list.first ? <ErrorState error={list.error} onRetry={list.retry} /> : null}
      {list.first && list.rows.length === 0 ? (
        <EmptyState title="没有待核对的变更" why="会员更正姓名、证件、城市等重要信息，会在这里等您核对。" />
      ) : null}
      {list.rows.length > 0 ? (
        <>
          <Rows>
            {list.rows.map(({ id, memberName, kind, fields, city, at }) => (
              <ListRow
                key={id}
                id={`change-${id}`}
                title={`${memberName}：${fields.map((field) => fieldLabels[field] ?? changeKindLabels[kind]).join('、')}`}
                sub={`${cityName(city)}　${momentInWords(at)}提交`}
                onTap={() => openPage(pages.change(id))}
              />
            ))}
          </Rows>
          <ListEnd total={`共 ${list.rows.length} 项`} onMore={list.more} busy={list.loadingMore} />
        </>
      ) : null}
    </Page>
  );
}
