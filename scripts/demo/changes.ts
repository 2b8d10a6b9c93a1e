import type { Emulator } from '../../emulator';
import { actAs } from './acting';
import { officer } from './people';

const member = 'demo-applicant-19';
const without = 'demo-applicant-12';

/** A member keeps their data current: a new post at once, a new city for staff to look at; an officer looked at the number. */
export async function changeDetails(emulator: Emulator): Promise<void> {
  const person = actAs(emulator, member);
  const seen = await person.call('membership.myMember', {});
  if (!seen) throw new Error('the member of the story was not admitted');
  const { version } = await person.call('membership.requestChange', {
    memberId: seen.id,
    version: seen.version,
    changes: [{ field: 'work.post', value: '项目主管' }],
  });
  await actAs(emulator, officer.openid).call('membership.revealMember', { memberId: seen.id, reason: '换发证书，核对证件' });
  await person.call('membership.requestChange', {
    memberId: seen.id,
    version,
    changes: [{ field: 'contact.city', value: seen.city === '320500' ? '320100' : '320500' }],
    reason: '工作调动，已搬家',
  });
}

/** Somebody who has withdrawn their application takes their consent back as well. */
export async function withdrawConsent(emulator: Emulator): Promise<void> {
  await actAs(emulator, without).call('account.withdrawConsent', { key: 'processing', endApplication: false });
}
