import { fieldPaths, isFieldPath } from './field-paths';
import { birthDateProblem, openProblems, progressOf } from './progress';

const noon = new Date('2026-11-22T04:00:00Z');

test('a birth date may be today but not tomorrow, and fourteen years are reached on the birthday', () => {
  expect(birthDateProblem('2026-11-23', '2026-11-22')).toBe('date.future');
  expect(birthDateProblem('2026-11-22', '2026-11-22')).toBe('age.assistedOnly');
  expect(birthDateProblem('2012-11-23', '2026-11-22')).toBe('age.assistedOnly');
  expect(birthDateProblem('2012-11-22', '2026-11-22')).toBeUndefined();
});

test('a date that does not exist is said once, by the form itself', () => {
  expect(openProblems('individual', { identity: { birthDate: '2030-02-30' } }, '2026-11-22')['identity.birthDate']).toBe(
    'date.notReal',
  );
});

test('a section is not begun, begun or finished', () => {
  const photo = { photo: 'cloud://local.demo/uploads/a/b.jpg' };
  const progress = progressOf(
    'individual',
    { work: { employer: '云岫公司', fields: [] }, purpose: { purpose: '' }, photo },
    noon,
  );
  expect(progress).toEqual({ identity: 'todo', contact: 'todo', work: 'started', purpose: 'todo', photo: 'done' });
});

test('a finished identity of somebody too young is not finished', () => {
  const identity = { name: '沈若', gender: 'female', birthDate: '2015-01-01', idType: 'passport', idNumber: 'E12345678' };
  expect(progressOf('individual', { identity }, noon).identity).toBe('started');
  expect(progressOf('individual', { identity: { ...identity, birthDate: '1990-01-01' } }, noon).identity).toBe('done');
});

test('field paths are those of the form and nothing else', () => {
  expect(fieldPaths('individual')).toContain('identity.idNumber');
  expect(fieldPaths('individual')).toContain('photo.photo');
  expect(isFieldPath('identity.constructor')).toBe(false);
  expect(isFieldPath('work')).toBe(false);
});
