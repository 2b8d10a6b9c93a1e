import { fieldInWords, fieldShown } from './field-words';

test.each([
  ['identity.birthDate', '1959-12-14', '1959年12月14日'],
  ['unit.foundedOn', '2012-05-18', '2012年5月18日'],
  ['unit.category', 'enterprise', '企业'],
  ['profile.inspectionResult', 'reported', '已公示年度报告'],
  ['address.city', '320500', '苏州市'],
  ['identity.birthDate', '', ''],
  // Half a date, as a draft may hold, stays as it was typed.
  ['identity.birthDate', '1959-1', '1959-1'],
])('%s %s is read as %s', (field, value, words) => {
  expect(fieldInWords(field, value)).toBe(words);
});

test('a mobile number is masked until its owner taps', () => {
  expect(fieldShown('contact.mobile', '15600000019')).toBe('156******19');
});
