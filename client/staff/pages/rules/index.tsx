import { dateForDocuments } from '@shared/dates';
import { pages } from '@shared/pages';
import { type RuleGroup, ruleGroupKeys } from '@shared/rules/groups';
import { ruleGroupLabels } from '@shared/rules/labels';
import { valueInWords } from '@shared/rules/words';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState, ListEnd } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';

/** The rules the federation goes by, with value and source; each opens its history. */
export default function RulesPage() {
  const [group, setGroup] = useState<RuleGroup>('entry');
  const rules = useCall('rules.rules', { group });
  const { rows, waiting, yearMissing, can } = rules.data ?? { rows: [], waiting: {}, yearMissing: null, can: {} };
  const options = ruleGroupKeys.map((value) => {
    const count = waiting[value] ?? 0;
    return { value, label: count > 0 ? `${ruleGroupLabels[value]}（${count} 项待审批）` : ruleGroupLabels[value] };
  });
  return (
    <Page title="规则中心" isPrivate busy={rules.loading}>
      <Heading level={1}>规则中心</Heading>
      <OfflineNotice savedAt={rules.savedAt} />
      {yearMissing ? (
        <Notice kind="warn">{`${yearMissing} 年的节假日还没有录入，期限只跳过周末。请在“日历”里补上。`}</Notice>
      ) : null}
      <Field name="group" label="看哪一类">
        <Choice value={group} onChange={(value) => setGroup(value as RuleGroup)} options={options} layout="chips" />
      </Field>
      {rules.loading ? <Skeleton /> : null}
      {rules.error && !rules.data ? <ErrorState error={rules.error} onRetry={rules.retry} /> : null}
      {rows.length > 0 ? (
        <Rows>
          {rows.map(({ key, title, measure, inForce, next, proposedFrom }) => (
            <ListRow
              key={key}
              title={title}
              sub={`${valueInWords(measure, inForce.value).slice(0, 2).join('；')}　${inForce.source}`}
              tags={
                next || proposedFrom ? (
                  <>
                    {next ? <StatusTag kind="ok">{`${dateForDocuments(next.effectiveFrom)}起改`}</StatusTag> : null}
                    {proposedFrom ? <StatusTag kind="info">待审批</StatusTag> : null}
                  </>
                ) : undefined
              }
              onTap={() => openPage(pages.rule(key))}
            />
          ))}
        </Rows>
      ) : null}
      {group === 'meeting' && can.replay ? (
        <Rows>
          <ListRow
            id="to-replay"
            icon="gavel"
            title="复核历次表决"
            sub="按当时的规则重算每一项表决"
            onTap={() => openPage(pages.replay())}
          />
        </Rows>
      ) : null}
      {rules.data ? <ListEnd total={`共 ${rows.length} 条`} /> : null}
    </Page>
  );
}
