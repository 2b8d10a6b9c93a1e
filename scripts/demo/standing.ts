import type { Emulator } from '../../emulator';
import { type Acting, actAs } from './acting';
import { portraitOf } from './journey';
import { many, officer } from './people';

interface Scene {
  readonly at: number;
  play(): Promise<void>;
}

const grounds = { reason: '连续一年没有参加会员活动，多次联系不上。', basis: '会员管理规定' } as const;

/** A member warned, another reminded, a certificate issued anew, and a suspension proposed that waits for a meeting. */
export const standingScenes = (emulator: Emulator, at: (days: number, clock: number) => number): readonly Scene[] => {
  const desk = actAs(emulator, officer.openid);
  return [
    { at: at(40, 10), play: async () => void (await remind(desk, '沈示三')) },
    {
      at: at(20, 10),
      play: async () => void (await desk.call('membership.warnMember', { ...(await found(desk, '施示四')), ...grounds })),
    },
    {
      at: at(12, 10),
      play: async () => {
        const own = await found(desk, many.name);
        await desk.call('membership.reissueCertificate', { ...own, reason: '证书遗失' });
      },
    },
    { at: at(4, 16), play: () => suspend(desk) },
  ];
};

/** The member of this name, as an officer finds them in the register; nobody's name is read yet, so not by search. */
async function found(desk: Acting, name: string) {
  const { rows } = await desk.call('membership.members', { kind: 'individual' });
  const { id, version } = await desk.call('membership.member', { memberId: rows.find((row) => row.name === name)?.id ?? '' });
  return { memberId: id, version };
}

async function remind(desk: Acting, name: string): Promise<void> {
  const text = '请您在 30 天内确认会员信息，或告诉我们是否继续参加。';
  const file = await portraitOf(desk, { number: 12 });
  const reminder = { channel: 'letter', text, evidence: '挂号信存根第 12 号', file } as const;
  await desk.call('membership.remindMember', { ...(await found(desk, name)), ...reminder });
}

async function suspend(desk: Acting): Promise<void> {
  const reason = '未经同意以本会名义组织募捐，经提醒仍未改正。';
  const member = await found(desk, '副见山');
  await desk.call('membership.proposeMeasure', { ...member, kind: 'suspend', reason, basis: '会员管理规定' });
}
