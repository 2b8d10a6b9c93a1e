import { readFileSync } from 'node:fs';
import path from 'node:path';
import { permissionsDocument } from './permissions-document';

test('docs/permissions.md says what the tables say; if not, run: npx tsx scripts/write-permissions.ts', () => {
  expect(readFileSync(path.resolve(__dirname, '../docs/permissions.md'), 'utf8')).toBe(permissionsDocument());
});

test('nobody but administrators assigns roles, and no role makes an admission', () => {
  const document = permissionsDocument();
  expect(document).toMatch(/\| account\.grantRole \| write \| role\.assign \| administrator \|/);
  expect(document).toMatch(/\| membership\.concludeApplication \| write \| system \| nobody/);
});
