import { enrol, type RegisteredMember } from '../../scripts/demo/enrolment';
import { inventedIdNumber, inventedMobile } from '../../scripts/demo/identity';
import type { Input } from '../../shared/endpoints';
import type { Phone } from '../support/cloud';
import { creditCodeOf, unitFormOf } from '../support/membership/unit';
import { openWorld, type World } from '../support/membership/world';

let world: World;
let officer: Phone;
let cityOfficer: Phone;

const people: readonly (readonly [name: string, city: string, standing?: string])[] = [
  ['单示明', '320100'],
  ['曾示国', '320500'],
  ['解示放', '320100'],
  ['吕示安', '320500', 'resigned'],
  ['欧阳示修', '320100'],
];
const units = [
  ['示例苏州慈善联合服务中心', '320500'],
  ['示例单县同乡会', '320100'],
] as const;

const admitted = { admittedAt: new Date('2026-01-05T02:00:00Z') };

function unit(name: string, city: '320100' | '320500', number: number): RegisteredMember {
  const form = unitFormOf(creditCodeOf(number), { unit: { name }, address: { city } });
  return { ...admitted, kind: 'unit', name, city, standing: 'active', profile: { ...form, attachments: {} } };
}

function person(name: string, city: string, standing = 'active', number = 0): RegisteredMember {
  const birthDate = `19${60 + number}-05-06`;
  return {
    ...admitted,
    kind: 'individual',
    name,
    city: city as RegisteredMember['city'],
    standing: standing as RegisteredMember['standing'],
    profile: {
      identity: { name, gender: 'female', birthDate, idType: 'residentId', idNumber: inventedIdNumber('320100', birthDate) },
      contact: { mobile: inventedMobile(300 + number), city, address: '示范街道' },
      work: { employer: '示例单位', post: '负责人', fields: ['助困'] },
      purpose: { purpose: '登记', plan: '参加活动' },
      photo: { photo: 'cloud://register/none.png' },
    },
  };
}

const search = async (text: string, phone = officer) =>
  (await phone.call('membership.members', { text })).rows.map(({ name }) => name);

beforeAll(async () => {
  world = await openWorld();
  officer = await world.staff('o-officer', 'liaisonOfficer');
  cityOfficer = await world.staff('o-suzhou', 'cityOfficer', '320500');
  await enrol(
    world.cloud.emulator,
    [
      ...people.map(([name, city, standing], index) => person(name, city, standing, index)),
      ...units.map(([name, city], index) => unit(name, city, index)),
    ],
    { year: 2026, number: 0 },
  );
  await world.settle();
});
afterAll(() => world.close());

describe('a search over all members', () => {
  it('finds by any part of the name and by the number, before any name was read', async () => {
    expect(await search('曾')).toEqual(['曾示国']);
    expect(await search('示国')).toEqual(['曾示国']);
    expect(await search('阳示修')).toEqual(['欧阳示修']);
    const [row] = (await officer.call('membership.members', { text: '单示明' })).rows;
    for (const form of [row?.number, row?.number.toLowerCase(), row?.number.slice(0, -2), '2026-00001', '00001'])
      expect(await search(form ?? '')).toContain('单示明');
  });

  it('finds nothing by pinyin until the timer has read the names, and then by every reading', async () => {
    expect(await search('shan')).toEqual([]);
    expect(await world.cloud.emulator.timers.fire('jobs', 'readNames')).toMatchObject({ result: '{"read":7,"failed":0}' });
    for (const text of ['shanshiming', 'Shan Shi Ming', 'shan', 'ssm', 'SSM', 'danshiming', 'shiming', 'sm'])
      expect(await search(text)).toContain('单示明');
    for (const text of ['zeng', 'zengshiguo', 'zsg', 'ceng']) expect(await search(text)).toContain('曾示国');
    for (const text of ['xie', 'xieshifang', 'xsf', 'jieshifang']) expect(await search(text)).toContain('解示放');
    for (const text of ['lv', 'lü', 'lvshian', 'lsa']) expect(await search(text)).toContain('吕示安');
    expect(await search('ouyang')).toEqual(['欧阳示修']);
    expect(await search('slsz')).toContain('示例苏州慈善联合服务中心');
    expect(await search('zzzz')).toEqual([]);
  });

  it('compares a long text with the whole name', async () => {
    expect(await search('苏州慈善联合服务中心')).toEqual(['示例苏州慈善联合服务中心']);
    expect(await search('苏州慈善联合会')).toEqual([]);
  });

  it.each(['.*', '\\', '(a+)+$', '😀', '%', '$ne', '"', '单.*', '_', '-'])('takes %j as it is written', async (text) => {
    expect(await search(text)).toEqual([]);
  });

  it('finds in each city only what its officers may see', async () => {
    expect(await search('曾示国', cityOfficer)).toEqual(['曾示国']);
    expect(await search('单示明', cityOfficer)).toEqual([]);
    expect((await cityOfficer.call('membership.members', { city: '320100' })).rows).toEqual([]);
    const rows = (await cityOfficer.call('membership.members', {})).rows;
    expect(rows.map(({ city }) => city)).toEqual(['320500', '320500', '320500']);
  });

  it('keeps no name and no reading of one in the database', async () => {
    const stored = JSON.stringify(world.cloud.emulator.database.documents('memberNames'));
    expect(stored).not.toMatch(/示|zeng|shan/);
  });

  it('is for staff only', async () => {
    for (const openid of ['', 'o-somebody'])
      await expect(world.cloud.phone(openid).call('membership.members', {})).rejects.toMatchObject({ code: /auth/ });
  });
});

describe('a list of members', () => {
  const list = async (input: Input<'membership.members'>) =>
    (await officer.call('membership.members', input)).rows.map(({ name }) => name);

  it('answers any combination of filters', async () => {
    expect(await list({})).toHaveLength(7);
    expect(await list({ kind: 'unit' })).toEqual(['示例苏州慈善联合服务中心', '示例单县同乡会']);
    expect(await list({ standing: 'resigned' })).toEqual(['吕示安']);
    expect(await list({ city: '320500', kind: 'individual', standing: 'active' })).toEqual(['曾示国']);
    expect(await list({ city: '320500', kind: 'unit', standing: 'resigned' })).toEqual([]);
    expect(await list({ text: '示', standing: 'resigned' })).toEqual(['吕示安']);
  });
});

describe('the page of one member', () => {
  it('is seen by those who find the member in their list, and is missing for everybody else', async () => {
    const [suzhou] = (await officer.call('membership.members', { text: '曾示国' })).rows;
    const [nanjing] = (await officer.call('membership.members', { text: '单示明' })).rows;
    const read = (phone: Phone, id = '') => phone.call('membership.member', { memberId: id });
    expect(await read(officer, suzhou?.id)).toMatchObject({ name: '曾示国', standing: 'active', hasAccount: false, due: [] });
    expect(await read(cityOfficer, suzhou?.id)).toMatchObject({ name: '曾示国', city: '320500' });
    await expect(read(cityOfficer, nanjing?.id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(read(officer, 'nobody')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('shows the data with the numbers masked, and offers the full ones to those alone who may see them', async () => {
    const [row] = (await officer.call('membership.members', { text: '曾示国' })).rows;
    const memberId = row?.id ?? '';
    const view = await officer.call('membership.member', { memberId });
    expect(view.profile).toMatchObject({
      identity: { name: '曾示国', idNumber: expect.stringMatching(/^3\*{16}[0-9X]$/) },
      contact: { city: '320500', mobile: expect.stringMatching(/^\d{3}\*{6}\d{2}$/) },
      work: { employer: '示例单位' },
    });
    expect(view.can.reveal).toBe(true);
    const ask = { memberId, reason: '核对证件' };
    const { idNumber } = await officer.call('membership.revealMember', ask);
    expect(JSON.stringify(view)).not.toContain(idNumber);
    expect((await cityOfficer.call('membership.member', { memberId })).can.reveal).toBe(false);
    await expect(cityOfficer.call('membership.revealMember', ask)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});
