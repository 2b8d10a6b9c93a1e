import * as z from 'zod/mini';
import type { Lifecycle } from '../lifecycle';

export const claimStates = ['open', 'confirmed', 'rejected'] as const;
export type ClaimState = (typeof claimStates)[number];

/** 注册: somebody says that a record on file is theirs; only a person who verified who they are gives it to them. */
export const claimLifecycle = {
  open: {
    confirm: { to: 'confirmed', by: 'member.manage' },
    reject: { to: 'rejected', by: 'member.manage', needs: 'reason' },
  },
  confirmed: {},
  rejected: {},
} as const satisfies Lifecycle<ClaimState>;

/** How the person behind a claim was verified: with their document at the desk, or called back at the mobile on file. */
export const verificationMethods = ['inPerson', 'callBack'] as const;

/** Last four characters of an ID number, credit code or mobile; digits may come full-width from a Chinese keyboard. */
export const LastFour = z.string().check(z.trim(), z.regex(/^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4}$/, 'lastFour.format'));
