import type { Emulator } from '../../emulator';
import { type Acting, actAs } from './acting';
import type { Applicant } from './journey';
import { draftsOf, portraitOf } from './journey';
import { many, officer } from './people';
import { registered } from './registered';

interface Scene {
  readonly at: number;
  play(): Promise<void>;
}

/** Who claims a record on file, and who claims one that another WeChat account holds. */
const claimants = [
  { openid: 'demo-claimant', record: '任示二', days: 3 },
  { openid: 'demo-new-phone', record: '柳多能', days: 1 },
] as const;

/** Who came to the desk: an officer fills the form in for her. */
const visitor: Applicant = {
  name: '白代办',
  gender: 'female',
  birthDate: '1948-03-12',
  city: '320100',
  number: 61,
  employer: '无',
  post: '无',
  fields: ['助老'],
  purpose: '退休多年，一直在社区照看独居老人，想和大家一起做。',
  plan: '每周两次上门看望。',
};

/** A record claimed, a rebinding asked for, an application at the desk, and an invitation. */
export const claimScenes = (emulator: Emulator, at: (days: number, clock: number) => number): readonly Scene[] => [
  ...claimants.map(({ openid, record, days }) => ({
    at: at(days, 10),
    play: () => claimRecord(actAs(emulator, openid), record),
  })),
  { at: at(2, 15), play: () => assist(actAs(emulator, officer.openid)) },
  { at: at(5, 9), play: async () => void (await actAs(emulator, many.openid).call('membership.createInvitation', {})) },
];

async function claimRecord(person: Acting, name: string): Promise<void> {
  const record = registered(new Map()).find((member) => member.name === name);
  if (record?.kind !== 'individual') throw new Error(`nobody is called ${name} in the register`);
  await person.call('membership.claimRecord', { kind: 'individual', name, lastFour: record.profile.contact.mobile.slice(-4) });
}

async function assist(desk: Acting): Promise<void> {
  const { id: applicationId, ...started } = await desk.call('membership.startAssisted', {
    kind: 'individual',
    reason: '本人到场，没有智能手机',
  });
  let { version } = started;
  for (const draft of draftsOf(visitor))
    ({ version } = await desk.call('membership.saveDraft', { applicationId, version, draft }));
  ({ version } = await desk.call('membership.attachPhoto', { applicationId, version, fileId: await portraitOf(desk, visitor) }));
  const fileId = await portraitOf(desk, visitor);
  await desk.call('membership.attachSignedPaper', { applicationId, version, paper: 'application', fileId });
}
