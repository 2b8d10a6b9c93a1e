import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { openPage } from '../../open-page';
import { changedByMeeting, itemName, type Meeting, nextItem, openItem, seatsToVote, subjectOf } from './facts';

export type Asked = 'add' | 'notice' | 'decide' | 'close' | 'cancel' | 'change' | 'adjourn';

interface PartProps {
  meeting: Meeting;
  ask: (sheet: Asked) => void;
}

/** Before the session: agenda, then notice, then the opening; the opening is always there. */
function Before({ meeting, ask }: PartProps) {
  const start = useCommand('governance.startMeeting', changedByMeeting);
  const step = meeting.items.length === 0 ? 'add' : meeting.notices.length === 0 && meeting.can.sendNotice ? 'notice' : 'start';
  const hint = start.error ? (
    <Failure error={start.error} />
  ) : (
    <>
      {meeting.quorum.reached ? null : <View className="nb">还未达法定人数；</View>}
      <View className="nb">开会后议题不能再增减</View>
    </>
  );
  return (
    <BottomBar hint={hint}>
      <Button
        id="start-meeting"
        kind={step === 'start' ? 'primary' : 'secondary'}
        busy={start.busy}
        onTap={() => void start.run({ meetingId: meeting.id, version: meeting.version })}
      >
        宣布开会
      </Button>
      {step === 'add' ? (
        <Button id="open-add" onTap={() => ask('add')}>
          列入议题
        </Button>
      ) : null}
      {step === 'notice' ? (
        <Button id="open-notice" onTap={() => ask('notice')}>
          发会议通知
        </Button>
      ) : null}
    </BottomBar>
  );
}

/** Between two votes: the next item, or the end. */
function Between({ meeting, ask }: PartProps) {
  const open = useCommand('governance.openItem', changedByMeeting);
  const next = nextItem(meeting);
  const hint = next ? `${itemName(next.order)}“${subjectOf(next)}”：出席的席位马上可以在手机上表决` : '议题都已表决';
  return (
    <BottomBar hint={open.error ? <Failure error={open.error} /> : hint}>
      <Button id="open-close" kind={next ? 'secondary' : 'primary'} onTap={() => ask('close')}>
        宣布散会
      </Button>
      {next ? (
        <Button
          id="open-next"
          busy={open.busy}
          onTap={() => void open.run({ meetingId: meeting.id, itemId: next.id, version: next.version })}
        >
          开始表决
        </Button>
      ) : null}
    </BottomBar>
  );
}

function Adjourned({ meeting, ask }: PartProps) {
  const resume = useCommand('governance.resumeMeeting', changedByMeeting);
  return (
    <BottomBar hint={resume.error ? <Failure error={resume.error} /> : '继续开会后，可以接着表决'}>
      {meeting.can.close ? (
        <Button id="open-close" kind="secondary" onTap={() => ask('close')}>
          宣布散会
        </Button>
      ) : null}
      <Button
        id="resume-meeting"
        busy={resume.busy}
        onTap={() => void resume.run({ meetingId: meeting.id, version: meeting.version })}
      >
        继续开会
      </Button>
    </BottomBar>
  );
}

/** The one thing to do next, and beside it what ends the session. */
export function Actions({ meeting, ask }: PartProps) {
  const item = openItem(meeting);
  if (meeting.can.start) return <Before meeting={meeting} ask={ask} />;
  if (meeting.can.resume) return <Adjourned meeting={meeting} ask={ask} />;
  if (item?.can.decide) {
    const waiting = seatsToVote(meeting, item).length;
    return (
      <BottomBar hint={waiting > 0 ? `还有 ${waiting} 个出席的席位没有表决` : '都已表决，可以宣布结果'}>
        <Button id="open-decide" disabled={waiting > 0} onTap={() => ask('decide')}>
          宣布表决结果
        </Button>
      </BottomBar>
    );
  }
  if (meeting.can.close) return <Between meeting={meeting} ask={ask} />;
  if (meeting.can.minutes) {
    return (
      <BottomBar>
        <Button id="to-minutes" onTap={() => openPage(pages.minutes(meeting.id))}>
          会议纪要
        </Button>
      </BottomBar>
    );
  }
  if (!meeting.ownSeat || meeting.state === 'closed' || meeting.state === 'cancelled') return null;
  return (
    <BottomBar>
      <Button id="to-vote" onTap={() => openPage(pages.vote(meeting.id))}>
        签到与表决
      </Button>
    </BottomBar>
  );
}
