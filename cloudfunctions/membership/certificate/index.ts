import { pages } from '../../../shared/pages';
import { command, inboxEntry } from '../../platform/reactions';
import type { Reaction, ServedContext } from '../../platform/types';
import { myCertificate } from './my-certificate';
import { followCertificate, reissueCertificate } from './reissue-certificate';
import { revokeCertificate } from './revoke-certificate';
import { verifyCertificate } from './verify-certificate';

/** What the certificate says has changed: name or photograph. */
const onChange: Reaction = command('followCertificate', followCertificate, ({ event }) =>
  event.renamed === true && typeof event.member === 'string' ? { memberId: event.member } : undefined,
);

const tell = (kind: string): Reaction =>
  inboxEntry('tellMember', ({ event: { account, number, member } }) =>
    typeof account === 'string'
      ? [{ account, kind, facts: { number: String(number ?? '') }, page: pages.certificate(String(member)) }]
      : [],
  );

/** Certificates, for their holders and for whoever scans one. */
export const certificateArea: ServedContext = {
  useCases: [myCertificate, verifyCertificate, reissueCertificate, followCertificate, revokeCertificate],
  reactions: {
    'member.changed': [onChange],
    'certificate.reissued': [tell('certificateReissued')],
    'certificate.revoked': [tell('certificateRevoked')],
  },
};
