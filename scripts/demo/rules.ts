import type { Emulator } from '../../emulator';
import { dayOf } from '../../shared/dates';
import { actAs } from './acting';
import { administrator, cityOfficer, many, secondAdministrator } from './people';

const day = 24 * 3600 * 1000;

/** A change of the review's time, approved by the other administrator and in force since before the story's first application. */
export async function changeRule(emulator: Emulator): Promise<void> {
  const { id: proposalId } = await actAs(emulator, secondAdministrator.openid).call('rules.proposeRule', {
    key: 'draft.retentionDays',
    value: 120,
    effectiveFrom: dayOf(emulator.clock.now() + 5 * day),
    source: '会长办公会纪要（示例）',
    note: '不少申请人要等单位出具证明，多留一个月。',
  });
  await actAs(emulator, administrator.openid).call('rules.approveProposal', { proposalId });
}

/** A change that waits for the other administrator. */
export async function proposeRule(emulator: Emulator): Promise<void> {
  await actAs(emulator, secondAdministrator.openid).call('rules.proposeRule', {
    key: 'application.reapplicationDays',
    value: 60,
    effectiveFrom: dayOf(emulator.clock.now() + 20 * day),
    source: '会员联络部建议（示例）',
    note: '有意愿的申请人两个月后就能补充材料再来。',
  });
}

/** The officer of a city is away for some days; a colleague of the federation stands in. */
export async function standIn(emulator: Emulator): Promise<void> {
  const { code } = await actAs(emulator, many.openid).call('account.myStaffCode', { name: many.name });
  const now = emulator.clock.now();
  await actAs(emulator, cityOfficer.openid).call('account.delegate', {
    code,
    begins: new Date(now).toISOString(),
    ends: new Date(now + 14 * day).toISOString(),
    reason: '参加省里的培训',
  });
}
