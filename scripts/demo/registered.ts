import { cityCodes } from '../../shared/cities';
import type { IndividualForm } from '../../shared/membership/form';
import type { Standing } from '../../shared/membership/standing';
import type { RegisteredMember } from './enrolment';
import { inventedIdNumber, inventedMobile } from './identity';
import { many } from './people';

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

const units = [
  '示例慈善基金会',
  '示例社会工作服务中心',
  '示例纺织有限公司',
  '示例职业学院',
  '示例医疗器械有限公司',
  '示例志愿服务联合会',
  '示例区民政事务中心',
] as const;

/** The person of a record, or the contact person of a unit; every one has an identity number of their own. */
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
  const names = [...individuals.map((name) => ['individual', name] as const), ...units.map((name) => ['unit', name] as const)];
  return names.map(([kind, name], number) => {
    const form = profile(kind === 'unit' ? `联系人${number}` : name, number);
    const account = accounts.get(claimed[name] ?? '');
    return {
      kind,
      name,
      city: form.contact.city as RegisteredMember['city'],
      admittedAt: new Date(Date.UTC(2024, 2 + number, 1 + number, 2)),
      standing: standings[number] ?? 'active',
      profile: form,
      ...(account === undefined ? {} : { account }),
    };
  });
}

/** Not everybody is in good standing. */
const standings: Readonly<Record<number, Standing>> = { 5: 'suspended', 9: 'resigned', 11: 'deceased', 17: 'resigned' };
