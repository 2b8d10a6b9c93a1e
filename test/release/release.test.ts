import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actAs } from '../../scripts/demo/acting';
import { inventedPhoto } from '../../scripts/demo/photo';
import type { EndpointName } from '../../shared/endpoints';
import { startCloud } from '../support/cloud';
import { settle } from '../support/office';
import { mapTexts, missing, type Recording, resolve, shapeOf } from './recording';

const recordings = readdirSync(__dirname)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as Recording);

test.each(recordings)(
  'phones of release $release still get everything they rely on',
  async ({ recordedAt, firstAdministratorCode, steps }) => {
    const cloud = await startCloud({ variables: { FIRST_ADMINISTRATOR_CODE: firstAdministratorCode } });
    try {
      await cloud.emulator.clock.set(Date.parse(recordedAt));
      const answers: unknown[] = [];
      for (const step of steps) {
        if (step.kind === 'settle') {
          await settle(cloud);
          answers.push(undefined);
          continue;
        }
        const person = actAs(cloud.emulator, step.openid);
        if (step.kind === 'upload') {
          answers.push({ fileId: await person.upload(resolve(step.path, answers), inventedPhoto(step.photo)) });
          continue;
        }
        const input = mapTexts(step.input, (text) => resolve(text, answers));
        const answer = await person.call(step.endpoint as EndpointName, input as never);
        expect([step.endpoint, missing(step.answer, answer)]).toEqual([step.endpoint, []]);
        answers.push(answer);
      }
      expect(answers.length).toBeGreaterThan(50);
    } finally {
      await cloud.close();
    }
  },
);

test('an answer that lost a field, or changed its kind, is noticed', () => {
  const recorded = shapeOf({ id: 'x', rows: [{ at: 'y', read: true }], next: null });
  expect(missing(recorded, { id: 'z', rows: [{ at: 'y', read: false, more: 1 }], next: 'c', added: 1 })).toEqual([]);
  expect(missing(recorded, { id: 'z', rows: [{ read: 'no' }] })).toEqual(['/rows/0/at', '/rows/0/read', '/next']);
  expect(missing(recorded, { id: 3, rows: {}, next: null })).toEqual(['/id', '/rows']);
});
