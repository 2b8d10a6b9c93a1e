import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { type Item, type Meeting, waysToAttend } from '../meeting/facts';

const changed = ['governance.meeting', 'account.workbench', 'account.inbox'] as const;
const signInTexts = { onSite: '现场签到', remote: '线上签到' } as const;
const signInIds = { onSite: 'sign-in', remote: 'sign-in-remote' } as const;

interface ActionsProps {
  meeting: Meeting;
  item: Item | undefined;
  present: boolean;
  chosen: boolean;
  onVote: () => void;
  onCorrect: () => void;
}

/** The ways to sign in that the mode of the meeting allows; the usual one is the primary button. */
function SignIn({ meeting }: { meeting: Meeting }) {
  const signIn = useCommand('governance.signIn', changed);
  const ways = waysToAttend(meeting);
  // The primary button stands last, at the thumb.
  return (
    <BottomBar hint={signIn.error ? <Failure error={signIn.error} /> : '签到后计入法定人数'}>
      {[...ways].reverse().map((presence) => (
        <Button
          key={presence}
          id={signInIds[presence]}
          kind={presence === ways[0] ? 'primary' : 'secondary'}
          busy={signIn.busy}
          onTap={() => void signIn.run({ meetingId: meeting.id, presence })}
        >
          {signInTexts[presence]}
        </Button>
      ))}
    </BottomBar>
  );
}

function Confirm({ meeting }: { meeting: Meeting }) {
  const confirm = useCommand('governance.confirmNotice', changed);
  const number = meeting.notices[0]?.number ?? 1;
  return (
    <BottomBar hint={confirm.error ? <Failure error={confirm.error} /> : '确认后，会议秘书知道您已收到'}>
      <Button id="confirm-notice" busy={confirm.busy} onTap={() => void confirm.run({ meetingId: meeting.id, number })}>
        确认收到通知
      </Button>
    </BottomBar>
  );
}

/** What the seat's holder can do now, one thing at a time: confirm the notice, sign in, vote, put the vote right. */
export function VoteActions({ meeting, item, present, chosen, onVote, onCorrect }: ActionsProps) {
  if (meeting.state === 'planned' && meeting.can.confirmNotice) return <Confirm meeting={meeting} />;
  if (!present && meeting.can.signIn) return <SignIn meeting={meeting} />;
  if (item?.can.castVote) {
    return (
      <BottomBar hint="宣布结果前可以更正，更正要写明原因">
        <Button id="vote" disabled={!chosen} onTap={onVote}>
          投出表决
        </Button>
      </BottomBar>
    );
  }
  if (!item?.can.correctOwn) return null;
  return (
    <BottomBar hint="投错了，可以在宣布结果前更正">
      <Button id="open-correct" kind="secondary" onTap={onCorrect}>
        更正我的表决
      </Button>
    </BottomBar>
  );
}
