import { randomBytes } from 'node:crypto';
import { account } from '../../shared/account/endpoints';
import { accounts } from '../platform/accounts';
import { AppError } from '../platform/errors';
import { noteUpload } from '../platform/uploads';
import { useCase } from '../platform/use-case';

const endings = { jpeg: 'jpg', png: 'png', pdf: 'pdf' } as const;

/** A path with a random name under the person's own prefix; somebody who has not written anything yet has no prefix. */
export const prepareUpload = useCase(account.prepareUpload, {
  async run({ input, actor, db, now }) {
    if (!(await db.get(accounts, actor.id))) throw new AppError('notFound');
    const name = randomBytes(18).toString('base64url');
    const path = `uploads/${actor.id}/${name}.${endings[input.kind]}`;
    await noteUpload({ account: actor.id, path, at: now, kept: false });
    return { cloudPath: path };
  },
});
