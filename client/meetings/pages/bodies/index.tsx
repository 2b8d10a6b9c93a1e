import { termName } from '@shared/governance/naming';
import { bodyLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useCall } from '../../../cloud/use-call';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { frequencyInWords } from '../../body/frequency';

/** The deciding bodies: term, seats, and how often they meet against how often they should; a warning, it blocks nothing. */
export default function BodiesPage() {
  const { data, error, loading, savedAt, retry } = useCall('governance.bodies', {});
  const late = (data?.rows ?? []).filter(({ frequency }) => frequency.overdue).map(({ body }) => bodyLabels[body]);
  const source = data?.rows.find(({ frequency }) => frequency.expected)?.frequency.expected?.source;
  return (
    <Page title="会议机构" isPrivate busy={loading}>
      <Heading level={1}>席位与召开频次</Heading>
      <OfflineNotice savedAt={savedAt} />
      {loading ? <Skeleton count={4} /> : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {late.length > 0 ? (
        <Notice kind="warn">{`预警：${late.join('、')}超过了应开会的时间。只作提醒，不影响办事。`}</Notice>
      ) : null}
      {data ? (
        <Rows>
          {data.rows.map(({ body, term, seats, vacant, frequency }) => (
            <ListRow
              key={body}
              id={`body-${body}`}
              icon="meeting"
              title={term ? `${termName(term)}${bodyLabels[body]}` : bodyLabels[body]}
              sub={frequencyInWords(frequency)}
              tags={
                <>
                  <StatusTag kind={seats > 0 ? 'plain' : 'line'}>{seats > 0 ? `${seats} 个席位` : '还没有席位'}</StatusTag>
                  {vacant > 0 ? <StatusTag kind="warn">{`空缺 ${vacant} 个`}</StatusTag> : null}
                  {frequency.overdue ? (
                    <StatusTag kind="warn" icon="warn">
                      该开会了
                    </StatusTag>
                  ) : null}
                </>
              }
              onTap={() => openPage(pages.body(body))}
            />
          ))}
        </Rows>
      ) : null}
      {source ? <View className="sub">{`频次依据：${source}`}</View> : null}
    </Page>
  );
}
