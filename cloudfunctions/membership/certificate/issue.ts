import { monthsAfter } from '../../../shared/dates';
import { AppError } from '../../platform/errors';
import type { Transaction } from '../../platform/types';
import { type Certificate, certificates } from '../certificates';

interface Issue {
  /** The opaque token of its code. */
  readonly token: string;
  readonly member: string;
  readonly event: 'issued' | 'reissued';
  readonly at: Date;
  /** Months it holds by the rule of the day; null: as long as the membership. */
  readonly months: number | null;
  /** What happened to those before it. */
  readonly before?: Certificate['history'];
}

/** Issues a certificate; which one counts is said by the member's record. */
export function issueCertificate(
  tx: Transaction,
  { token, member, event, at, months, before = [] }: Issue,
): Promise<Certificate> {
  const validity = months === null ? {} : { validUntil: monthsAfter(at, months) };
  const history = [...before, { event, at }];
  return tx.add(certificates, { _id: token, member, issuedAt: at, ...validity, history }, new AppError('busy'));
}
