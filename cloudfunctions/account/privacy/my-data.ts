import { roles } from '../../../shared/access/roles';
import { account } from '../../../shared/account/endpoints';
import { dateForDocuments, momentInWords } from '../../../shared/dates';
import { inboxTexts } from '../../../shared/labels';
import { type ConsentKey, consents as texts } from '../../../shared/membership/consents';
import { type DataSection, personalHistory, personalRecords } from '../../membership';
import { type Account, accounts } from '../../platform/accounts';
import { page } from '../../platform/cursor';
import { AppError } from '../../platform/errors';
import { type InboxRecord, inbox } from '../../platform/inbox';
import type { ReadContext } from '../../platform/types';
import { useCase } from '../../platform/use-case';

type Context = ReadContext<typeof account.myData>;
interface Page {
  readonly sections: readonly DataSection[];
  readonly next: string | null;
}

/** Everything that is stored about the person, in words: records, then what happened to them, then the inbox by pages. */
export const myData = useCase(account.myData, {
  async run(context) {
    const { sections, next } = await pageOf(context);
    const shown = sections.map(({ title, rows }) => ({ title, rows: [...rows] }));
    return { at: context.now.toISOString(), sections: shown.filter(({ rows }) => rows.length > 0), next };
  },
});

const inboxPages = 'inbox.';

/** @throws request.invalid for a cursor that this endpoint did not give out */
async function pageOf(context: Context): Promise<Page> {
  const { cursor } = context.input;
  if (cursor === undefined) return firstPage(context);
  if (cursor === 'history') return { sections: await personalHistory(context.db, context.actor), next: 'inbox' };
  if (cursor === 'inbox') return inboxPage(context, undefined);
  if (cursor.startsWith(inboxPages)) return inboxPage(context, cursor.slice(inboxPages.length));
  throw new AppError('request.invalid', { fields: { cursor: 'cursor.format' } });
}

async function firstPage({ db, actor }: Context): Promise<Page> {
  const [known, records] = await Promise.all([db.get(accounts, actor.id), personalRecords(db, actor)]);
  return { sections: [...(known ? [aboutAccount(known)] : []), ...records], next: known ? 'history' : null };
}

const row = (label: string, value: string) => ({ label, value });

function aboutAccount({ openid, name, grants, consents = [] }: Account) {
  const held = grants.map(({ role }) => roles[role].label).join('、');
  return {
    title: '账号',
    rows: [
      row('微信标识', openid),
      ...(name ? [row('称呼', name)] : []),
      ...(held ? [row('角色', held)] : []),
      ...consents.map(({ key, version, at, given }) =>
        row(texts[key as ConsentKey].title, `${given ? '同意' : '撤回'}第 ${version} 版，${dateForDocuments(at)}`),
      ),
    ],
  };
}

async function inboxPage({ db, actor }: Context, cursor: string | undefined): Promise<Page> {
  const mine = { where: { account: actor.id }, order: [['at', 'desc']], limit: 50 } as const;
  const { rows, next } = await page(db, inbox, mine, cursor);
  const told = ({ kind, facts, at }: InboxRecord) => row(momentInWords(at), inboxTexts[kind]?.(facts).text ?? kind);
  return { sections: [{ title: '消息', rows: rows.map(told) }], next: next && `${inboxPages}${next}` };
}
