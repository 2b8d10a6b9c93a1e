import { criterionLabels, judgementLabels } from '@shared/labels';
import { criteria, judgements } from '@shared/membership/criteria';
import type { Checklist, ChecklistView as Judged } from '@shared/membership/endpoints';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import type { FormError } from '../../components/error-summary';
import { Field } from '../../components/field';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import { type Segment, Segmented } from '../../components/segmented';
import { TextArea } from '../../components/text-input';

type Criterion = (typeof criteria)[number];
type Judgement = (typeof judgements)[number];

/** A checklist while it is being filled in. */
export type DraftChecklist = Readonly<Record<Criterion, { readonly judgement?: Judgement; readonly evidence: string }>>;

export const emptyChecklist: DraftChecklist = {
  willing: { evidence: '' },
  able: { evidence: '' },
  influential: { evidence: '' },
};

const kinds = { met: 'ok', doubtful: 'warn', notMet: 'danger' } as const;
const segments: readonly Segment<Judgement>[] = judgements.map((value) => ({
  value,
  label: judgementLabels[value] ?? value,
  kind: kinds[value],
}));

/** What is still missing: one sentence per criterion. */
export function checklistErrors(draft: DraftChecklist): FormError[] {
  return criteria.flatMap((criterion) => {
    const { judgement, evidence } = draft[criterion];
    const title = criterionLabels[criterion]?.title ?? criterion;
    if (!judgement) return [{ name: `checklist.${criterion}`, text: `${title}：还没有判断` }];
    return evidence.trim() ? [] : [{ name: `checklist.${criterion}`, text: `${title}：还没有写依据` }];
  });
}

/** The finished checklist, or undefined while something is missing. */
export function finished(draft: DraftChecklist): Checklist | undefined {
  const { willing, able, influential } = draft;
  if (checklistErrors(draft).length > 0) return undefined;
  return { willing, able, influential } as Checklist;
}

interface EditorProps {
  draft: DraftChecklist;
  onChange: (draft: DraftChecklist) => void;
  errorAt: (name: string) => string | undefined;
}

/** 有意愿、有能力、有影响: a judgement and what it rests on, each. */
export function ChecklistEditor({ draft, onChange, errorAt }: EditorProps) {
  return (
    <Section title="入会条件">
      {criteria.map((criterion) => {
        const { title, hint } = criterionLabels[criterion] ?? { title: criterion, hint: '' };
        const own = draft[criterion];
        const name = `checklist.${criterion}`;
        return (
          <Card key={criterion}>
            <Field name={name} label={title} help={hint} error={errorAt(name)}>
              <Segmented
                label={title}
                segments={segments}
                value={own.judgement}
                onChange={(judgement) => onChange({ ...draft, [criterion]: { ...own, judgement } })}
              />
              {own.judgement ? (
                <TextArea
                  value={own.evidence}
                  placeholder="依据：做过的事、证明材料、了解到的情况"
                  onChange={(evidence) => onChange({ ...draft, [criterion]: { ...own, evidence } })}
                />
              ) : null}
            </Field>
          </Card>
        );
      })}
    </Section>
  );
}

/** The first reviewer's checklist, to read. */
export function ChecklistView({ checklist, opinion }: { checklist: Judged; opinion: string | null }) {
  return (
    <Section title="初审意见">
      <Card>
        <KeyValue
          facts={criteria.map((criterion) => [
            criterionLabels[criterion]?.title ?? criterion,
            `${judgementLabels[checklist[criterion].judgement]}：${checklist[criterion].evidence}`,
          ])}
        />
        {opinion ? <View className="sub">{opinion}</View> : null}
      </Card>
    </Section>
  );
}
