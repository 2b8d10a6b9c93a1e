import { momentInWords } from '@shared/dates';
import { meetingStateLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Heading } from '../../../components/heading';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { ReasonSheet } from '../../components/reason-sheet';
import { Agenda } from '../../meeting/agenda';
import { Attendance } from '../../meeting/attendance';
import { CloseSheet, DecideSheet } from '../../meeting/decide-sheet';
import { changedByMeeting, itemName, type Meeting, nextItem, openItem, seatsToVote } from '../../meeting/facts';
import { OpenItem } from '../../meeting/open-item';
import { QuorumCard } from '../../meeting/quorum-card';

/** Votes come in from other phones. */
const refreshEvery = 4_000;

type Asked = 'decide' | 'close' | 'cancel';

function StartHint({ reached }: { reached: boolean }) {
  return (
    <>
      {reached ? null : <View className="nb">还未达法定人数；</View>}
      <View className="nb">开会后议题不能再增减</View>
    </>
  );
}

/** The one thing to do next, and beside it what ends the session. */
function Actions({ meeting, ask }: { meeting: Meeting; ask: (sheet: Asked) => void }) {
  const start = useCommand('governance.startMeeting', changedByMeeting);
  const open = useCommand('governance.openItem', changedByMeeting);
  const by = { meetingId: meeting.id, version: meeting.version };
  const item = openItem(meeting);
  const next = nextItem(meeting);
  const error = start.error ?? open.error;
  const failure = error ? (
    <Notice kind="danger" announce>
      {error.message}
    </Notice>
  ) : null;
  if (meeting.can.start) {
    return (
      <BottomBar hint={failure ?? <StartHint reached={meeting.quorum.reached} />}>
        <Button id="start-meeting" busy={start.busy} onTap={() => void start.run(by)}>
          宣布开会
        </Button>
      </BottomBar>
    );
  }
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
  if (meeting.can.close) {
    return (
      <BottomBar hint={failure ?? (next ? `${itemName(next.order)}：出席的席位马上可以在手机上表决` : '议题都已表决')}>
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
  if (!meeting.ownSeat || (meeting.state !== 'planned' && meeting.state !== 'inSession')) return null;
  return (
    <BottomBar>
      <Button id="to-vote" onTap={() => openPage(pages.vote(meeting.id))}>
        签到与表决
      </Button>
    </BottomBar>
  );
}

/** Calls a planned meeting off, with the reason. */
function CancelSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const cancel = useCommand('governance.cancelMeeting', changedByMeeting);
  return (
    <ReasonSheet
      title="取消会议"
      action="取消会议"
      label="取消的原因"
      consequence="取消后不能恢复；议题里的申请改由下一次会议讨论"
      maxLength={200}
      onClose={onClose}
      busy={cancel.busy}
      failure={cancel.error?.message}
      onConfirm={(reason) =>
        void cancel.run({ meetingId: meeting.id, version: meeting.version, reason }).then((done) => done && onClose())
      }
    />
  );
}

function MeetingScreen({ meeting, savedAt }: { meeting: Meeting; savedAt: Date | undefined }) {
  const [asked, setAsked] = useState<Asked>();
  const close = useCallback(() => setAsked(undefined), []);
  const item = openItem(meeting);
  const running = meeting.state === 'inSession';
  return (
    <Page title="会议" isPrivate footer={<Actions meeting={meeting} ask={setAsked} />}>
      <OfflineNotice savedAt={savedAt} />
      <View className="stack-s">
        <StatusTag kind={running ? 'info' : 'line'} icon={running ? 'now' : undefined}>
          {meetingStateLabels[meeting.state]}
        </StatusTag>
        <Heading level={1}>{meeting.title}</Heading>
        <View className="tags sub">
          <View>{momentInWords(meeting.at)}</View>
          <View>{meeting.place}</View>
        </View>
      </View>
      {item ? <OpenItem meeting={meeting} item={item} /> : null}
      <QuorumCard meeting={meeting} />
      <Agenda meeting={meeting} />
      <Attendance meeting={meeting} />
      {meeting.can.cancel ? (
        <Button id="open-cancel" kind="quiet" small onTap={() => setAsked('cancel')}>
          取消会议
        </Button>
      ) : null}
      {asked === 'decide' && item ? <DecideSheet meeting={meeting} item={item} onClose={close} /> : null}
      {asked === 'close' ? <CloseSheet meeting={meeting} onClose={close} /> : null}
      {asked === 'cancel' ? <CancelSheet meeting={meeting} onClose={close} /> : null}
    </Page>
  );
}

export default function MeetingPage() {
  const { id } = useRouter().params;
  const { data, error, loading, savedAt, retry } = useCall(
    'governance.meeting',
    { meetingId: id ?? '' },
    { every: refreshEvery },
  );
  if (data) return <MeetingScreen meeting={data} savedAt={savedAt} />;
  return (
    <Page title="会议" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={5} />}
    </Page>
  );
}
