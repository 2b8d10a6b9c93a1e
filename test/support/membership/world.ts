import { localValue } from '../../../config/environment';
import type { Role } from '../../../shared/access/roles';
import type { Output } from '../../../shared/endpoints';
import { type CloudOptions, type Phone, startCloud, type TestCloud } from '../cloud';
import { allConsents, type Changes, checklist, formOf, idNumberOf } from './form';
import { uploadPhoto } from './photo';

export type ApplicationView = Output<'membership.startApplication'>;

/** A cloud with people who hold roles, and the ways of an application through it. Everything goes through `call`. */
export interface World {
  readonly cloud: TestCloud;
  /** A phone whose holder has these roles; the same openid may be given more roles later. */
  staff(openid: string, role: Role, city?: string): Promise<Phone>;
  /** A new person who has begun an application and filled it in but for what `changes` says. */
  applicant(openid: string, changes?: Changes): Promise<Applicant>;
  /** Runs the timer that delivers what is left, until nothing is. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Applicant {
  readonly phone: Phone;
  readonly id: string;
  readonly idNumber: string;
  /** The application as its owner sees it now. */
  view(): Promise<ApplicationView>;
  submit(): Promise<ApplicationView>;
}

/** The officers that an application passes: liaison officer and second reviewer. */
export interface Officers {
  readonly liaison: Phone;
  readonly second: Phone;
}

let people = 0;

/** Starts an empty cloud with its first administrator. */
export async function openWorld(options: CloudOptions = {}): Promise<World> {
  const cloud = await startCloud(options);
  const administrator = cloud.phone('o-administrator');
  await administrator.call('account.becomeFirstAdministrator', {
    code: localValue('FIRST_ADMINISTRATOR_CODE') ?? '',
    name: '管理员',
  });
  return {
    cloud,
    async staff(openid, role, city) {
      const phone = cloud.phone(openid);
      const { code } = await phone.call('account.myStaffCode', { name: `工作人员${openid.slice(2)}` });
      await administrator.call('account.grantRole', { code, role, ...(city ? { city } : {}) });
      return phone;
    },
    applicant: (openid, changes = {}) => newApplicant(cloud, openid, changes),
    async settle() {
      const waits = () => cloud.emulator.database.documents('journal').some(({ state }) => state === 'pending');
      for (let round = 0; round < 8 && waits(); round += 1) {
        await cloud.emulator.clock.advance(60_000);
        await cloud.emulator.timers.fire('jobs', 'deliver');
      }
    },
    close: () => cloud.close(),
  };
}

async function newApplicant(cloud: TestCloud, openid: string, changes: Changes): Promise<Applicant> {
  people += 1;
  const phone = cloud.phone(openid);
  const form = formOf(changes.identity?.idNumber ?? idNumberOf(people), changes);
  const { id } = await phone.call('membership.startApplication', { kind: 'individual' });
  await fillIn(cloud, phone, id, form);
  const view = () => phone.call('membership.application', { applicationId: id });
  return {
    phone,
    id,
    idNumber: form.identity.idNumber,
    view,
    async submit() {
      const { version } = await view();
      return phone.call('membership.submitApplication', { applicationId: id, version, consents: allConsents });
    },
  };
}

/** Saves every section and attaches a photograph, as the form pages do. */
export async function fillIn(
  cloud: TestCloud,
  phone: Phone,
  applicationId: string,
  form: ReturnType<typeof formOf>,
): Promise<void> {
  let { version } = await phone.call('membership.application', { applicationId });
  const save = async (draft: Parameters<typeof saveInput>[1]) => {
    ({ version } = await phone.call('membership.saveDraft', saveInput({ applicationId, version }, draft)));
  };
  await save({ section: 'identity', values: form.identity });
  await save({ section: 'contact', values: form.contact });
  await save({ section: 'work', values: form.work });
  await save({ section: 'purpose', values: form.purpose });
  const fileId = await uploadPhoto(cloud, phone);
  await phone.call('membership.attachPhoto', { applicationId, version, fileId });
}

type Draft =
  | { readonly section: 'identity'; readonly values: ReturnType<typeof formOf>['identity'] }
  | { readonly section: 'contact'; readonly values: ReturnType<typeof formOf>['contact'] }
  | { readonly section: 'work'; readonly values: ReturnType<typeof formOf>['work'] }
  | { readonly section: 'purpose'; readonly values: ReturnType<typeof formOf>['purpose'] };

const saveInput = (of: { readonly applicationId: string; readonly version: number }, draft: Draft) => ({ ...of, draft });

/** The version of an application as an officer sees it now. */
export const seenBy = async (phone: Phone, applicationId: string) => {
  const { version } = await phone.call('membership.reviewApplication', { applicationId });
  return { applicationId, version };
};

/** Takes a submitted application through both reviews. */
export async function review({ liaison, second }: Officers, applicationId: string): Promise<void> {
  await liaison.call('membership.acceptApplication', await seenBy(liaison, applicationId));
  await recommend(liaison, applicationId);
  await second.call('membership.endorseApplication', await seenBy(second, applicationId));
}

export async function recommend(liaison: Phone, applicationId: string) {
  const seen = await seenBy(liaison, applicationId);
  return liaison.call('membership.recommendApplication', { ...seen, checklist, opinion: '同意提请复审' });
}
