import { requestIdPattern } from '@shared/contract/answer';
import { FormRequest, newRequestId } from './request-id';

test('makes request ids that the contract accepts, each another', () => {
  const ids = Array.from({ length: 10_000 }, newRequestId);
  expect(ids.every((id) => requestIdPattern.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('keeps the id of a form while nobody knows whether it was carried out', () => {
  const form = new FormRequest();
  const first = form.id();
  form.settled(true);
  expect(form.id()).toBe(first);
});

test('takes a new id after a definite answer', () => {
  const form = new FormRequest();
  const first = form.id();
  form.settled(false);
  expect(form.id()).not.toBe(first);
});
