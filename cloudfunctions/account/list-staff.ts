import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { page } from '../platform/cursor';
import { useCase } from '../platform/use-case';
import { shownGrants } from './grants';

/** Accounts that hold roles, twenty a page. */
export const listStaff = useCase(account.staff, {
  async run({ input, db, actor }) {
    const { rows, next } = await page(db, accounts, { where: { staff: true }, limit: 20 }, input.cursor);
    const can = { grant: actor.may('role.assign'), revoke: actor.may('role.assign') };
    const shown = rows.map(({ _id, name = '', grants, version }) => ({
      id: _id,
      name,
      grants: shownGrants(grants),
      version,
      can,
    }));
    return { rows: shown, next };
  },
});
