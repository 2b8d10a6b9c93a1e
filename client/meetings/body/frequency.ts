import { dayInWords } from '@shared/dates';
import type { BodySummary } from '../meeting/facts';

type Frequency = BodySummary['frequency'];

const spanOf = (months: number) => (months === 12 ? '每年' : months === 1 ? '每月' : `每 ${months} 个月`);

/** 每 6 个月至少 1 次，上次 5月12日 周二; a congress meets 按需要. */
export function frequencyInWords({ expected, lastHeldAt }: Frequency): string {
  const times = expected
    ? `${expected.atLeast}${expected.atMost && expected.atMost > expected.atLeast ? ` 至 ${expected.atMost}` : ''}`
    : '';
  const rule = expected ? `一般${spanOf(expected.months)} ${times} 次` : '按需要召开';
  return `${rule}，${lastHeldAt ? `上次 ${dayInWords(lastHeldAt).replace(' ', '\u00a0')}` : '还没有开过'}`;
}
