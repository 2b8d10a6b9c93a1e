import { randomBytes } from 'node:crypto';
import { blindIndex, open, seal, unwrapKey, wrapKey } from './cipher';
import { ConfigurationError, secret } from './keys';

const key = randomBytes(32);
const base64 = () => randomBytes(32).toString('base64');

beforeEach(() => {
  process.env.MASTER_KEY = base64();
  process.env.INDEX_KEY = base64();
  delete process.env.MASTER_KEY_PREVIOUS;
});

describe('a sealed text', () => {
  test('opens with its key in its place', () => {
    expect(open(key, 'things/1/sealed', seal(key, 'things/1/sealed', '身份证')).toString('utf8')).toBe('身份证');
  });

  test('opens in no other place, with no other key and with no bit changed', () => {
    const sealed = seal(key, 'things/1', 'secret');
    const bytes = Buffer.from(sealed, 'base64');
    expect(() => open(key, 'things/2', sealed)).toThrow();
    expect(() => open(randomBytes(32), 'things/1', sealed)).toThrow();
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => open(key, 'things/1', changed.toString('base64'))).toThrow();
    }
    expect(() => open(key, 'things/1', bytes.subarray(0, 20).toString('base64'))).toThrow();
  });

  test('is another each time', () => {
    expect(seal(key, 'a', 'b')).not.toBe(seal(key, 'a', 'b'));
  });
});

describe('a data key', () => {
  test('is unwrapped for its own subject only', () => {
    const wrapped = wrapKey('anna', key);
    expect(unwrapKey('anna', wrapped)).toEqual(key);
    expect(() => unwrapKey('bert', wrapped)).toThrow();
  });

  test('is still unwrapped while the master key is being changed, and not after', () => {
    const wrapped = wrapKey('anna', key);
    process.env.MASTER_KEY_PREVIOUS = process.env.MASTER_KEY;
    process.env.MASTER_KEY = base64();
    expect(unwrapKey('anna', wrapped)).toEqual(key);
    delete process.env.MASTER_KEY_PREVIOUS;
    expect(() => unwrapKey('anna', wrapped)).toThrow(/no master key/);
  });
});

test('a blind index is the same for the same kind and value, and another under another key', () => {
  const index = blindIndex('idNumber', '11010119900307001X');
  expect(blindIndex('idNumber', '11010119900307001X')).toBe(index);
  expect(blindIndex('mobile', '11010119900307001X')).not.toBe(index);
  expect(index).not.toContain('1101');
  process.env.INDEX_KEY = base64();
  expect(blindIndex('idNumber', '11010119900307001X')).not.toBe(index);
});

test.each([undefined, '', 'c2hvcnQ=', randomBytes(33).toString('base64'), 'not base64 at all'])('a key %p is no key', (value) => {
  if (value === undefined) delete process.env.MASTER_KEY;
  else process.env.MASTER_KEY = value;
  expect(() => secret('MASTER_KEY')).toThrow(ConfigurationError);
});
