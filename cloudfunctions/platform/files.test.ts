import { isOwnUpload, kindOf } from './files';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

test('a file is what its first bytes say', () => {
  expect(kindOf(bytes(0xff, 0xd8, 0xff, 0xe0, 1, 2))).toBe('jpeg');
  expect(kindOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('png');
  expect(kindOf(Buffer.from('%PDF-1.7'))).toBe('pdf');
});

test.each(['<svg onload="alert(1)">', '<html>', 'GIF89a', 'PK\u0003\u0004', '', '\u00ff'])('%p is nothing we take', (text) => {
  expect(kindOf(Buffer.from(text, 'latin1'))).toBeUndefined();
});

test.each([
  'cloud://local/uploads/bert/x.jpg',
  'cloud://local/uploads/anna/../bert/x.jpg',
  'cloud://local/uploads/anna/x/y.jpg',
  'cloud://local/uploads/anna/x.jpg.html%00',
  'cloud://local/anchors/1.json',
  'cloud://local/uploads/anna/',
  'https://example.invalid/uploads/anna/x.jpg',
  'uploads/anna/x.jpg',
  '',
])('%p is not an upload of Anna', (fileId) => {
  expect(isOwnUpload(fileId, 'anna')).toBe(false);
});

test('a file under her own prefix is', () => {
  expect(isOwnUpload('cloud://local.6c6f-local/uploads/anna/Zx-9_a.jpg', 'anna')).toBe(true);
});
