import { dateForDocuments } from '@shared/dates';
import type { ComplianceView } from '@shared/membership/endpoints';
import { complianceLabels, complianceResultLabels } from '@shared/membership/review-labels';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import type { FormError } from '../../components/error-summary';
import { Heading } from '../../components/heading';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import { StatusTag, type TagKind, Tags } from '../../components/status-tag';
import { EvidenceLink } from './evidence';

export type ComplianceLine = ComplianceView[number];

const states: Readonly<Record<ComplianceLine['state'], { readonly text: string; readonly kind: TagKind }>> = {
  missing: { text: '还没有核查', kind: 'warn' },
  outdated: { text: '要重新核查', kind: 'warn' },
  veto: { text: '不能通过审查', kind: 'danger' },
  current: { text: '有效', kind: 'ok' },
};

const day = (text: string) => dateForDocuments(`${text}T00:00:00+08:00`);

function Look({ line, onRecord }: { line: ComplianceLine; onRecord: (() => void) | undefined }) {
  const [newest, ...earlier] = line.entries;
  const { text, kind } = states[line.state];
  const { title } = complianceLabels[line.check] ?? { title: line.check };
  return (
    <Card>
      <View className="sec">
        <Tags>
          <StatusTag kind={kind} icon={kind === 'ok' ? 'check' : 'alert'}>
            {text}
          </StatusTag>
        </Tags>
        <Heading level={3}>{title}</Heading>
        {newest ? (
          <KeyValue
            facts={[
              ['结果', complianceResultLabels[newest.result] ?? newest.result],
              ['来源', newest.source],
              ['核查日期', `${day(newest.checkedAt)}　${newest.by}`],
              ['有效期至', newest.expiresAt ? day(newest.expiresAt) : ''],
              ['说明', newest.note ?? ''],
              ['以往', earlier.map((one) => `${day(one.checkedAt)} ${complianceResultLabels[one.result] ?? ''}`).join('、')],
            ]}
          />
        ) : null}
        <EvidenceLink url={newest?.fileUrl ?? null} />
        {onRecord ? (
          <Button id={`look-${line.check}`} kind="secondary" small onTap={onRecord}>
            {`登记${title}`}
          </Button>
        ) : null}
      </View>
    </Card>
  );
}

/** What keeps a unit from being recommended: one sentence per look-up. */
export const complianceErrors = (lines: readonly ComplianceLine[]): FormError[] =>
  lines
    .filter(({ state }) => state !== 'current')
    .map(({ check, state }) => ({
      name: `compliance.${check}`,
      text: `${complianceLabels[check]?.title ?? check}：${states[state].text}`,
    }));

/** What the public lists say of a unit: each look-up with its newest result, where it is from and when it was made. */
export function Compliance({
  lines,
  onRecord,
}: {
  lines: readonly ComplianceLine[];
  /** Absent where this person may only read. */
  onRecord?: ((line: ComplianceLine) => void) | undefined;
}) {
  if (lines.length === 0) return null;
  return (
    <Section title="合规核查">
      {lines.map((line) => (
        <Look key={line.check} line={line} onRecord={onRecord && (() => onRecord(line))} />
      ))}
    </Section>
  );
}
