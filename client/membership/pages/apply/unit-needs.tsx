import { isUnitCategory, unitCategories } from '@shared/membership/categories';
import type { MemberKind } from '@shared/membership/form';
import { attachmentLabel, unitCategoryLabels } from '@shared/membership/unit-labels';
import { useCall } from '../../../cloud/use-call';
import { Choice } from '../../../components/choice';
import { Field } from '../../../components/field';
import { ListRow, Rows } from '../../../components/list-row';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';

interface UnitNeedsProps {
  category: string;
  onCategory: (category: string) => void;
  error: string | undefined;
}

const options = unitCategories.map((value) => ({
  value,
  label: unitCategoryLabels[value].title,
  hint: unitCategoryLabels[value].hint,
}));

const kindOptions: readonly { readonly value: MemberKind; readonly label: string; readonly hint: string }[] = [
  { value: 'individual', label: '个人会员', hint: '以本人名义加入' },
  { value: 'unit', label: '单位会员', hint: '机关、事业单位、企业、社会组织，由联系人办理' },
];

/** For whom the application is. */
export function KindChoice({ kind, onKind }: { kind: MemberKind; onKind: (kind: MemberKind) => void }) {
  return (
    <Field name="kind" label="您要申请">
      <Choice value={kind} options={kindOptions} onChange={(value) => onKind(value === 'unit' ? 'unit' : 'individual')} />
    </Field>
  );
}

/** The category of the unit, and what it must fulfil and have at hand, by the rules in force. */
export function UnitNeeds({ category, onCategory, error }: UnitNeedsProps) {
  // Asked once it is known what for: the page opens with one call.
  const needs = useCall('membership.entryConditions', {}, { enabled: isUnitCategory(category) });
  const conditions = needs.data?.categories.find((each) => each.category === category)?.conditions ?? [];
  const papers = needs.data?.papers[category] ?? [];
  return (
    <>
      <Field name="category" label="您单位是哪一类" error={error}>
        <Choice value={category} options={options} onChange={onCategory} />
      </Field>
      {isUnitCategory(category) && needs.loading ? <Skeleton count={3} /> : null}
      {isUnitCategory(category) && needs.error && !needs.data ? <ErrorState error={needs.error} onRetry={needs.retry} /> : null}
      {conditions.length > 0 ? (
        <Section title={`${isUnitCategory(category) ? unitCategoryLabels[category].title : ''}入会的条件`}>
          <Rows>
            {conditions.map((condition) => (
              <ListRow key={condition} icon="check" title={condition} />
            ))}
          </Rows>
        </Section>
      ) : null}
      {papers.length > 0 ? (
        <Section title="请先准备好">
          <Rows>
            {papers
              .filter(({ kind }) => kind !== 'other')
              .map(({ kind, required }) => (
                <ListRow
                  key={kind}
                  icon="file"
                  title={attachmentLabel(kind as Parameters<typeof attachmentLabel>[0], category)}
                  sub={required ? '拍照或 PDF' : kind === 'assessmentCertificate' ? '有评估等级的才要' : '有就交，没有不要紧'}
                />
              ))}
            <ListRow icon="id" title="统一社会信用代码" sub="营业执照或登记证书上的 18 位号码" />
            <ListRow icon="phone" title="联系人和单位代表的手机" sub="可以是同一个人" />
          </Rows>
        </Section>
      ) : null}
    </>
  );
}
