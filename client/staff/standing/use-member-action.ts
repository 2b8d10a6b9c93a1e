import type { Output } from '@shared/endpoints';
import type { MeasureKind, reminderChannels } from '@shared/membership/standing';
import { useCommand } from '../../cloud/use-command';

/** What is typed into the sheet, by field. */
export type Filled = Readonly<Record<string, string>>;

type Member = Pick<Output<'membership.member'>, 'id' | 'version'>;

const changed = ['membership.member', 'account.workbench'] as const;

const optional = <K extends string>(name: K, value: string | undefined) =>
  (value ? { [name]: value } : {}) as { readonly [key in K]?: string };

/** The command behind each action of `memberActions`, all with one way to send, to wait and to fail. */
export function useMemberAction({ id, version }: Member) {
  const warn = useCommand('membership.warnMember', changed);
  const lift = useCommand('membership.liftWarning', changed);
  const remind = useCommand('membership.remindMember', changed);
  const die = useCommand('membership.recordDeath', changed);
  const transfer = useCommand('membership.transferOut', changed);
  const propose = useCommand('membership.proposeMeasure', changed);
  const reissue = useCommand('membership.reissueCertificate', changed);
  const revoke = useCommand('membership.revokeCertificate', changed);
  const settle = useCommand('membership.settleResignation', changed);
  const represent = useCommand('membership.changeRepresentative', changed);
  const all = [warn, lift, remind, die, transfer, propose, reissue, revoke, settle, represent];
  const at = { memberId: id, version };

  const send = (action: string, filled: Filled): Promise<unknown> => {
    const { reason = '', basis = '', evidence = '', to = '', diedOn = '', channel = 'phone' } = filled;
    const effectiveOn = optional('effectiveOn', filled.effectiveOn);
    const file = optional('file', filled.file);
    switch (action) {
      case 'warn':
        return warn.run({ ...at, reason, basis, ...effectiveOn });
      case 'liftWarning':
        return lift.run({ ...at, reason, basis });
      case 'remind':
        return remind.run({ ...at, channel: channel as (typeof reminderChannels)[number], text: reason, evidence, ...file });
      case 'recordDeath':
        return die.run({ ...at, diedOn, evidence, ...file });
      case 'transferOut':
        return transfer.run({ ...at, to, reason, basis, ...effectiveOn });
      case 'reissueCertificate':
        return reissue.run({ ...at, reason });
      case 'revokeCertificate':
        return revoke.run({ ...at, reason });
      case 'changeRepresentative': {
        const { name = '', post = '', mobile = '', code = '', letter = '' } = filled;
        return represent.run({ ...at, name, post, mobile, code, evidence: letter });
      }
      case 'settleResignation':
        return settle.run(at);
      default:
        return propose.run({ ...at, kind: action as MeasureKind, reason, basis, ...optional('until', filled.until) });
    }
  };
  return { send, busy: all.some(({ busy }) => busy), error: all.find(({ error }) => error)?.error };
}
