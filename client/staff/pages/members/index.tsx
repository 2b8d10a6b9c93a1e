import { cities } from '@shared/cities';
import type { Output } from '@shared/endpoints';
import { memberKindLabels } from '@shared/labels';
import { categoryLabels } from '@shared/membership/register-labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { ListRow, Rows } from '../../../components/list-row';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { TextInput } from '../../../components/text-input';
import { openPage } from '../../../open-page';
import { type Filter, FilterSheet, filterInWords } from '../../register/filters';
import { StandingTag } from '../../register/standing-tag';
import { useSettled } from '../../register/use-settled';

type Row = Output<'membership.members'>['rows'][number];

const kindOf = ({ kind, category }: Row) => (category && categoryLabels[category]) || memberKindLabels[kind] || kind;
const cityOf = ({ city }: Row) => (cities as Readonly<Record<string, string>>)[city] ?? city;

function Found({ text, filter, onClear }: { text: string; filter: Filter; onClear: () => void }) {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('membership.members', {
    ...filter,
    ...(text ? { text } : {}),
  });
  if (loading) return <Skeleton icon count={6} />;
  if (error && !first) return <ErrorState error={error} onRetry={retry} />;
  if (rows.length === 0 && !more)
    return (
      <EmptyState
        title="没有找到会员"
        why="可以按姓名、拼音、拼音首字母或会员编号查找；只能看到您负责的城市。"
        action={{ text: '清除条件', onTap: onClear }}
      />
    );
  return (
    <>
      <Rows>
        {rows.map((row) => (
          <ListRow
            key={row.id}
            id={`member-${row.id}`}
            icon={row.kind === 'unit' ? 'unit' : 'member'}
            title={row.name}
            sub={
              <>
                <View>{row.number}</View>
                <View>{`${cityOf(row)}　${kindOf(row)}`}</View>
              </>
            }
            tags={row.standing === 'active' ? undefined : <StandingTag standing={row.standing} />}
            onTap={() => openPage(pages.member(row.id))}
          />
        ))}
      </Rows>
      <ListEnd onMore={more} busy={loadingMore} />
    </>
  );
}

/** Every member within the officer's reach: search and filters. */
export default function MembersPage() {
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Filter>({});
  const [filtering, setFiltering] = useState(false);
  const close = useCallback(() => setFiltering(false), []);
  const settled = useSettled(text.trim(), 400);
  const words = filterInWords(filter);
  return (
    <Page
      title="会员名册"
      isPrivate
      footer={
        <BottomBar hint={words ? `正在看：${words}` : undefined}>
          <Button id="filter" kind="secondary" icon="search" onTap={() => setFiltering(true)}>
            {words ? '改筛选' : '筛选'}
          </Button>
        </BottomBar>
      }
    >
      <Field name="text" label="查找会员" help="姓名、拼音、首字母或会员编号">
        <TextInput value={text} onChange={setText} maxLength={40} />
      </Field>
      <Found
        text={settled}
        filter={filter}
        onClear={() => {
          setText('');
          setFilter({});
        }}
      />
      {filtering ? (
        <FilterSheet
          filter={filter}
          onApply={(chosen) => {
            setFilter(chosen);
            close();
          }}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
