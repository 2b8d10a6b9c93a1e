import { certificateStatus, voidWords } from './status';

const issued = { event: 'issued', at: '2024-03-05T02:00:00.000Z' };
const certificate = { why: null, standing: 'active', validUntil: null, reissued: false, issuedAt: issued.at } as const;
const at = '2026-05-06T02:00:00.000Z';

test.each([
  [{}, 'ok', '在籍，证书有效', /^$/],
  [{ reissued: true, issuedAt: at }, 'ok', '在籍，证书有效', /2026年5月6日补发/],
  [{ why: 'revoked' }, 'danger', '证书已注销', /会籍不变/],
  [{ why: 'expired', validUntil: at }, 'warn', '证书已过期', /2026年5月6日/],
  [{ why: 'standing', standing: 'suspended' }, 'warn', '会籍暂停，证书暂时无效', /恢复会籍/],
  [{ why: 'standing', standing: 'resigned' }, 'danger', '退会，证书已失效', /您已退会/],
] as const)('the holder is told %j', (facts, kind, title, why) => {
  const status = certificateStatus({ ...certificate, ...facts });
  expect(status).toMatchObject({ kind, title });
  expect(status.why).toMatch(why);
});

test.each([
  ['reissued', 'active', 'reissued', '证书已补发', '2026年5月6日补发了另一张证书'],
  ['revoked', 'active', 'revoked', '证书已注销', '2026年5月6日注销'],
  ['standing', 'suspended', 'suspended', '会籍暂停，证书暂时无效', '2026年5月6日起暂停会籍'],
  ['standing', 'expelled', 'expelled', '证书已失效', '会籍状态：除名。自2026年5月6日起'],
  ['expired', 'active', 'issued', '证书已过期', '有效期已满'],
] as const)('whoever scans a certificate that is void by %s (%s) reads why', (why, standing, event, title, text) => {
  const words = voidWords({ why, standing, history: [{ event, at }, issued] });
  expect(words.title).toBe(title);
  expect(words.text).toContain(text);
});
