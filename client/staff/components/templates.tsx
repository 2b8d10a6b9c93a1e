import type { ReasonKind } from '@shared/rules/templates';
import { useCall } from '../../cloud/use-call';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';

/** The phrases in force for a kind of reason; none while they load or cannot be loaded: they are a help, nothing waits for them. */
export function useReasonTemplates(kind: ReasonKind | undefined): readonly string[] {
  const { data } = useCall('rules.reasonTemplates', {}, { enabled: kind !== undefined });
  return (kind && data?.templates[kind]) ?? [];
}

interface TemplatesProps {
  name: string;
  kind: ReasonKind | undefined;
  /** What is written now. */
  value: string;
  onPick: (text: string) => void;
}

/** Phrases to begin a reason with; what is picked stays editable. */
export function Templates({ name, kind, value, onPick }: TemplatesProps) {
  const phrases = useReasonTemplates(kind);
  if (phrases.length === 0) return null;
  return (
    <Field name={`${name}-template`} label="常用语" help="选一条填进去，可以再改" optional>
      <Choice value={value} onChange={onPick} options={phrases.map((phrase) => ({ value: phrase, label: phrase }))} />
    </Field>
  );
}
