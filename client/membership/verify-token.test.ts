import { tokenIn, tokenOf } from './verify-token';

describe('the token of a certificate', () => {
  it('is found in the address that the code on the certificate holds', () => {
    expect(tokenIn('https://verify.example.org/v/4fWq7ZtK0bNx2LhY9sPdRa')).toBe('4fWq7ZtK0bNx2LhY9sPdRa');
  });

  it('is not made out of other codes', () => {
    for (const other of ['https://example.org/', 'https://example.org/v/', 'WIFI:S:home;;', 'https://example.org/v/a b']) {
      expect(tokenIn(other)).toBeUndefined();
    }
  });

  it('comes from a link of ours, from an ordinary code scanned with WeChat, or from a mini-program code', () => {
    expect(tokenOf({ token: 'abc-_9' })).toBe('abc-_9');
    expect(tokenOf({ q: encodeURIComponent('https://verify.example.org/v/abc') })).toBe('abc');
    expect(tokenOf({ scene: 'abc' })).toBe('abc');
  });

  it('is nothing when the page is opened without one or with something else', () => {
    for (const params of [{}, { token: '../x' }, { token: '%' }, { q: '%E0%A4%A' }]) expect(tokenOf(params)).toBeUndefined();
  });
});
