import { type City, cityCodes } from '../../shared/cities';
import type { IndividualForm } from '../../shared/membership/form';
import type { Standing } from '../../shared/membership/standing';
import type { RegisteredMember } from './enrolment';
import { inventedIdNumber, inventedMobile } from './identity';
import { many } from './people';
import { unitNames, unitProfile } from './registered-units';

const individuals = [
  '柳多能',
  '副见山',
  '任示二',
  '沈示三',
  '施示四',
  '宋示五',
  '孙示六',
  '汤示七',
  '陶示八',
  '汪示九',
  '吴示十',
  '夏示甲',
  '谢示乙',
] as const;

/** The person of a record; every one has an identity number of their own. */
function profile(name: string, number: number): IndividualForm {
  const city = cityCodes[number % cityCodes.length] ?? '320100';
  const birthDate = `${1950 + number}-06-${String(1 + (number % 28)).padStart(2, '0')}`;
  return {
    identity: {
      name,
      gender: number % 2 === 0 ? 'female' : 'male',
      birthDate,
      idType: 'residentId',
      idNumber: inventedIdNumber(city, birthDate),
    },
    contact: { mobile: inventedMobile(100 + number), city, address: '示范街道示范路 2 号' },
    work: { employer: '示例单位', post: '负责人', fields: ['助困'] },
    purpose: { purpose: '入会登记册所载会员。', plan: '继续参加会员活动。' },
    photo: { photo: 'cloud://register/none.png' },
  };
}

/** Whose record is claimed, or who represents the unit: openid by the name in the register. */
const claimed: Readonly<Record<string, string>> = {
  柳多能: many.openid,
  副见山: 'demo-seat-4',
  示例慈善基金会: many.openid,
  示例社会工作服务中心: many.openid,
};

/**
 * The register before the mini-program: one individual member for each city and seven units, admitted from 2024 on.
 *
 * @param accounts account ids by openid
 */
export function registered(accounts: ReadonlyMap<string, string>): readonly RegisteredMember[] {
  const entered = (name: string, number: number) => {
    const account = accounts.get(claimed[name] ?? '');
    return {
      name,
      admittedAt: new Date(Date.UTC(2024, 2 + number, 1 + number, 2)),
      standing: standings[number] ?? 'active',
      ...(account === undefined ? {} : { account }),
    };
  };
  return [
    ...individuals.map((name, number) => {
      const form = profile(name, number);
      return { ...entered(name, number), kind: 'individual' as const, city: form.contact.city as City, profile: form };
    }),
    ...unitNames.map((name, place) => {
      const number = individuals.length + place;
      const form = unitProfile(name, number);
      return { ...entered(name, number), kind: 'unit' as const, city: form.address.city as City, profile: form };
    }),
  ];
}

/** Not everybody is in good standing. */
const standings: Readonly<Record<number, Standing>> = { 5: 'suspended', 9: 'resigned', 11: 'deceased', 17: 'resigned' };
