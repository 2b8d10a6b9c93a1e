import type { Emulator } from '../../emulator';
import { actAs } from './acting';
import { applicants } from './applicants';
import { atVersion } from './journey';
import { officer } from './people';

interface Scene {
  readonly at: number;
  play(): Promise<void>;
}

const openidsOf = (...stages: readonly string[]) =>
  applicants.filter(({ stage }) => stages.includes(stage)).map(({ openid }) => openid);

/** After a meeting that did not admit them: an officer writes to each why, and one appeals. */
export const rejectionScenes = (emulator: Emulator, at: (days: number, clock: number) => number): readonly Scene[] => [
  ...openidsOf('rejected', 'appealed').map((openid) => ({ at: at(9, 16), play: () => explain(emulator, openid) })),
  ...openidsOf('appealed').map((openid) => ({ at: at(4, 20), play: () => appeal(emulator, openid) })),
];

/** The application of somebody in the story, as they see it. */
async function applicationOf(emulator: Emulator, openid: string) {
  const application = await actAs(emulator, openid).call('membership.myApplication', {});
  if (!application) throw new Error(`${openid} has no application`);
  return application;
}

async function explain(emulator: Emulator, openid: string): Promise<void> {
  const application = await applicationOf(emulator, openid);
  await actAs(emulator, officer.openid).call('membership.explainRejection', {
    ...atVersion(application),
    reason: '会议认为目前参加志愿服务的时间还短，希望您先参加本市的活动，积累经历后再申请。',
    internalNote: '已电话告知本人，态度平和。',
  });
}

async function appeal(emulator: Emulator, openid: string): Promise<void> {
  const application = await applicationOf(emulator, openid);
  await actAs(emulator, openid).call('membership.appealApplication', {
    ...atVersion(application),
    reason: '我连续三年参加社区助餐，上次的材料没有写全，现补充社区出具的证明，请再考虑。',
  });
}
