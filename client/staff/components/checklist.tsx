import { criterionLabels, judgementLabels } from '@shared/labels';
import { criteria, judgements } from '@shared/membership/criteria';
import type { Checklist, ChecklistView as Judged } from '@shared/membership/endpoints';
import { conditionLabels } from '@shared/membership/review-labels';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import type { FormError } from '../../components/error-summary';
import { Field } from '../../components/field';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import { type Segment, Segmented } from '../../components/segmented';
import { TextArea } from '../../components/text-input';
import { Evidence, EvidenceLink } from '../review/evidence';

type Judgement = (typeof judgements)[number];

interface DraftItem {
  readonly judgement?: Judgement;
  readonly evidence: string;
  readonly file?: string | undefined;
}

/** A checklist while it is being filled in: criterion or condition → what was judged so far. */
export type DraftChecklist = Readonly<Record<string, DraftItem>>;

const untouched: DraftItem = { evidence: '' };
const kinds = { met: 'ok', doubtful: 'warn', notMet: 'danger' } as const;
const segments: readonly Segment<Judgement>[] = judgements.map((value) => ({
  value,
  label: judgementLabels[value] ?? value,
  kind: kinds[value],
}));

const labelOf = (item: string) => criterionLabels[item] ?? conditionLabels[item] ?? { title: item, hint: '' };
const itemsOf = (conditions: readonly string[]): readonly string[] => [...criteria, ...conditions];

/** A checklist to begin with: what an earlier review judged, or nothing. */
export function draftOf(judged: Judged | null): DraftChecklist {
  if (!judged) return {};
  const { conditions, ...byCriterion } = judged;
  const named = [...Object.entries(byCriterion), ...conditions.map((one) => [one.condition, one] as const)];
  return Object.fromEntries(
    named.map(([item, { judgement, evidence, file }]) => [item, { judgement, evidence, ...(file && { file }) }]),
  );
}

/** What is still missing: one sentence per item. */
export function checklistErrors(draft: DraftChecklist, conditions: readonly string[]): FormError[] {
  return itemsOf(conditions).flatMap((item) => {
    const { judgement, evidence } = draft[item] ?? untouched;
    const { title } = labelOf(item);
    if (!judgement) return [{ name: `checklist.${item}`, text: `${title}：还没有判断` }];
    return evidence.trim() ? [] : [{ name: `checklist.${item}`, text: `${title}：还没有写依据` }];
  });
}

/** The finished checklist, or undefined while something is missing. */
export function finished(draft: DraftChecklist, conditions: readonly string[]): Checklist | undefined {
  if (checklistErrors(draft, conditions).length > 0) return undefined;
  const checked = (item: string) => draft[item] as Checklist['willing'];
  return {
    willing: checked('willing'),
    able: checked('able'),
    influential: checked('influential'),
    ...(conditions.length > 0 && { conditions: conditions.map((condition) => ({ condition, ...checked(condition) })) }),
  };
}

interface EditorProps {
  draft: DraftChecklist;
  conditions: readonly string[];
  onChange: (draft: DraftChecklist) => void;
  errorAt: (name: string) => string | undefined;
}

/** 有意愿、有能力、有影响, and the conditions of the category: a judgement and what it rests on, each. */
export function ChecklistEditor({ draft, conditions, onChange, errorAt }: EditorProps) {
  return (
    <Section title="入会条件">
      {itemsOf(conditions).map((item) => {
        const { title, hint } = labelOf(item);
        const own = draft[item] ?? untouched;
        const name = `checklist.${item}`;
        const change = (part: Partial<DraftItem>) => onChange({ ...draft, [item]: { ...own, ...part } });
        return (
          <Card key={item}>
            <Field name={name} label={title} help={hint} error={errorAt(name)}>
              <Segmented
                label={title}
                segments={segments}
                value={own.judgement}
                onChange={(judgement) => change({ judgement })}
              />
              {own.judgement ? (
                <TextArea
                  value={own.evidence}
                  placeholder="依据：做过的事、证明材料、了解到的情况"
                  onChange={(evidence) => change({ evidence })}
                />
              ) : null}
            </Field>
            {own.judgement ? <Evidence id={`evidence-${item}`} file={own.file} onChange={(file) => change({ file })} /> : null}
          </Card>
        );
      })}
    </Section>
  );
}

/** The first reviewer's checklist, to read. */
export function ChecklistView({ checklist, opinion }: { checklist: Judged; opinion: string | null }) {
  const { conditions, ...byCriterion } = checklist;
  const judged = [...criteria.map((item) => ({ condition: item, ...byCriterion[item] })), ...conditions];
  return (
    <Section title="初审意见">
      <Card>
        <KeyValue
          facts={judged.map(({ condition, judgement, evidence }) => [
            labelOf(condition).title,
            `${judgementLabels[judgement]}：${evidence}`,
          ])}
        />
        {judged.map(({ condition, fileUrl }) => (
          <EvidenceLink key={condition} url={fileUrl} />
        ))}
        {opinion ? <View className="sub">{opinion}</View> : null}
      </Card>
    </Section>
  );
}
