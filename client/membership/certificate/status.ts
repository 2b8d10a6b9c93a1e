import { dateForDocuments } from '@shared/dates';
import { standingLabels } from '@shared/labels';
import type { CertificateView } from '@shared/membership/endpoints/certificate';
import { mayDo } from '@shared/membership/standing';
import { organisation } from '@shared/organisation';

export interface CertificateStatus {
  readonly kind: 'ok' | 'warn' | 'danger';
  readonly title: string;
  readonly why: string;
}

const ended: Readonly<Record<string, string>> = {
  resigned: '您已退会，证书同时失效',
  deemedResigned: '会议决定视为退会，证书失效',
  expelled: '会议决定除名，证书失效',
  transferred: '会员关系已转出，证书失效',
};

/** How a certificate stands, for its holder: in a word, in a sentence, and in a colour. */
export function certificateStatus({
  why: told,
  standing,
  validUntil,
  reissued,
  issuedAt,
}: Pick<CertificateView, 'why' | 'standing' | 'validUntil' | 'reissued' | 'issuedAt'>): CertificateStatus {
  // What the phone kept of an earlier release does not tell.
  const why = told ?? (mayDo(standing, 'certificateInForce') ? null : 'standing');
  if (why === 'revoked')
    return { kind: 'danger', title: '证书已注销', why: `会籍不变；需要新证书请联系${organisation.office}。` };
  if (why === 'expired')
    return {
      kind: 'warn',
      title: '证书已过期',
      why: `有效期到${dateForDocuments(validUntil ?? issuedAt)}；换发新证书请联系${organisation.office}。`,
    };
  if (why === 'standing' && standing === 'suspended')
    return { kind: 'warn', title: '会籍暂停，证书暂时无效', why: '恢复会籍后，证书重新有效。' };
  const word = standingLabels[standing] ?? standing;
  if (why === 'standing')
    return { kind: 'danger', title: `${word}，证书已失效`, why: `${ended[standing] ?? '会籍已终止，证书失效'}。` };
  const until = validUntil ? `有效期到${dateForDocuments(validUntil)}。` : '';
  const anew = reissued ? `${dateForDocuments(issuedAt)}补发，以前的证书不再有效。` : '';
  return { kind: 'ok', title: `${word}，证书有效`, why: `${anew}${until}` };
}

/** Why a scanned certificate is not in force, for whoever scanned it: title and sentence. Dates only. */
export function voidWords({
  why,
  standing,
  history,
}: {
  readonly why: 'reissued' | 'revoked' | 'expired' | 'standing' | null;
  readonly standing: string;
  /** Newest first. */
  readonly history: readonly { readonly event: string; readonly at: string }[];
}): { readonly title: string; readonly text: string } {
  const dayOf = (event: string) => {
    const found = history.find((each) => each.event === event);
    return found ? `${dateForDocuments(found.at)}` : '';
  };
  if (why === 'reissued')
    return { title: '证书已补发', text: `${dayOf('reissued')}补发了另一张证书，这一张不再有效。请出示新证书。` };
  if (why === 'revoked') return { title: '证书已注销', text: `${dayOf('revoked')}注销，不能再作为会员证明。` };
  if (why === 'expired') return { title: '证书已过期', text: '有效期已满，现在不能作为会员证明。' };
  const word = standingLabels[standing] ?? standing;
  if (standing === 'suspended')
    return { title: '会籍暂停，证书暂时无效', text: `${dayOf(standing)}起暂停会籍，恢复以前不能作为会员证明。` };
  return {
    title: '证书已失效',
    text: `会籍状态：${word}。${dayOf(standing) ? `自${dayOf(standing)}起` : '现在'}不能作为会员证明。`,
  };
}
