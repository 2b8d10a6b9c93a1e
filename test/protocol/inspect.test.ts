import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../emulator/database';
import { DatabaseView } from '../../emulator/inspect';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
const database = openDatabase({
  file: join(folder, 'cloud.sqlite'),
  collections: ['rows', 'empty'].map((name) => ({ name, access: 'ADMINONLY', indexes: [] })),
  now: () => 0,
  refuseScans: true,
});
const view = new DatabaseView(database);

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

it('shows every document of every collection, as plain values, even where scans are refused', () => {
  const rows = Array.from({ length: 3500 }, (_, n) => ({
    _id: String(n).padStart(5, '0'),
    n,
    at: new Date(n),
    nested: { list: [1.5, null] },
  }));
  view.bulkLoad('rows', rows);
  expect(view.dump()).toEqual({ rows, empty: [] });
  expect(view.count('rows')).toBe(3500);
});

it('shows the first documents when asked for a few', () => {
  expect(view.documents('rows', 2).map((row) => row['_id'])).toEqual(['00000', '00001']);
});

it('shows nothing of a collection that does not exist', () => {
  expect(view.documents('nowhere')).toEqual([]);
});
