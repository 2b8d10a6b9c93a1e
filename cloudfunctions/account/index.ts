import { mergedReactions } from '../platform/contexts';
import { acceptances, command } from '../platform/reactions';
import { askForRebuild } from '../platform/rebuild-due';
import type { Reaction, ServedContext } from '../platform/types';
import { becomeFirstAdministrator } from './become-first-administrator';
import { delegate } from './delegate';
import { delegationReactions } from './delegation-reactions';
import { dueReactions } from './due-lines';
import { endDelegation } from './end-delegation';
import { grantRole } from './grant-role';
import { home } from './home';
import { linkMember } from './link-member';
import { listDelegations } from './list-delegations';
import { listInbox } from './list-inbox';
import { listStaff } from './list-staff';
import { markRead } from './mark-read';
import { me } from './me';
import { myStaffCode } from './my-staff-code';
import { prepareUpload } from './prepare-upload';
import { closeAccount } from './privacy/close-account';
import { consents } from './privacy/consents';
import { forgetPerson } from './privacy/forget-person';
import { giveConsent } from './privacy/give-consent';
import { keepAttached } from './privacy/keep-attached';
import { myData } from './privacy/my-data';
import { withdrawConsent } from './privacy/withdraw-consent';
import { progressReactions } from './progress';
import { rebuildWorkbench } from './rebuild-workbench';
import { recordAcceptance } from './record-acceptance';
import { revokeRole } from './revoke-role';
import { workbench } from './workbench';

type Table = Readonly<Record<string, readonly Reaction[]>>;

const own: Table = {
  'workbench.rebuildAsked': [askForRebuild],
  'messages.accepted': [
    acceptances('bookAcceptances', ({ event }) => ({
      account: String(event.account),
      templates: event.templates as readonly string[],
    })),
  ],
  'account.closed': [forgetPerson],
  'file.attached': [keepAttached],
  'member.admitted': [
    command('linkMember', linkMember, ({ event }) =>
      typeof event.owner === 'string' && typeof event.member === 'string'
        ? {
            accountId: event.owner,
            memberId: event.member,
            kind: event.kind === 'unit' ? ('unit' as const) : ('individual' as const),
          }
        : undefined,
    ),
  ],
};

/** Home, inbox, workbench and roles, and what people are told of what happened elsewhere. */
export const accountContext: ServedContext = {
  useCases: [
    home,
    me,
    prepareUpload,
    listInbox,
    markRead,
    recordAcceptance,
    workbench,
    rebuildWorkbench,
    listStaff,
    myStaffCode,
    grantRole,
    revokeRole,
    becomeFirstAdministrator,
    linkMember,
    listDelegations,
    delegate,
    endDelegation,
    consents,
    withdrawConsent,
    giveConsent,
    myData,
    closeAccount,
  ],
  reactions: mergedReactions(own, dueReactions, delegationReactions, progressReactions),
};
