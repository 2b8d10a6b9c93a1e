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
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag, Tags } from '../../../components/status-tag';
import { Votes } from '../../../components/votes';
import { openPage } from '../../../open-page';
import { Agenda } from '../../components/agenda';
import { Attendance } from '../../components/attendance';
import { OpenItem } from '../../components/open-item';
import { QuorumCard } from '../../components/quorum-card';
import { type Item, type Meeting, openItem, seatsToVote, subjectOf } from '../../meeting-facts';

const changed = ['governance.meeting', 'governance.meetings', 'account.workbench'] as const;
/** Votes come in from other phones. */
const refreshEvery = 4_000;

/** The deliberate step: with it the resolution stands and cannot be changed. */
function DecideSheet({ meeting, item, onClose }: { meeting: Meeting; item: Item; onClose: () => void }) {
  const decide = useCommand('governance.decideItem', changed);
  const submit = async () => {
    const done = await decide.run({ meetingId: meeting.id, itemId: item.id, version: item.version });
    if (done) onClose();
  };
  return (
    <Sheet
      title="宣布表决结果"
      onClose={onClose}
      footer={
        <BottomBar hint="宣布后写入纪要，不能再改；通过的随即颁发证书">
          <Button id="decide" busy={decide.busy} onTap={() => void submit()}>
            宣布表决结果
          </Button>
        </BottomBar>
      }
    >
      {decide.error ? (
        <Notice kind="danger" announce>
          {decide.error.message}
        </Notice>
      ) : null}
      <View className="med">{subjectOf(item)}</View>
      <Votes tally={item.tally} />
      <View className="sub">{`出席 ${meeting.quorum.present} 人，至少 ${item.needed} 票同意才能通过。`}</View>
    </Sheet>
  );
}

interface ActionsProps {
  meeting: Meeting;
  busy: boolean;
  onStart: () => void;
  onDecide: () => void;
  onClose: () => void;
}

/** The one thing to do next. */
function Actions({ meeting, busy, onStart, onDecide, onClose }: ActionsProps) {
  const item = openItem(meeting);
  if (meeting.can.start) {
    return (
      <BottomBar hint={`${meeting.quorum.reached ? '' : '还未达法定人数；'}开会后议题不能再增减`}>
        <Button id="start-meeting" busy={busy} onTap={onStart}>
          宣布开会
        </Button>
      </BottomBar>
    );
  }
  if (item?.can.decide) {
    const waiting = seatsToVote(meeting, item).length;
    return (
      <BottomBar hint={waiting > 0 ? `还有 ${waiting} 个出席的席位没有表决` : '都已表决，可以宣布结果'}>
        <Button id="open-decide" disabled={waiting > 0} onTap={onDecide}>
          宣布表决结果
        </Button>
      </BottomBar>
    );
  }
  if (meeting.can.close) {
    return (
      <BottomBar hint="没有表决的议题，申请回到等待会议讨论">
        <Button id="close-meeting" busy={busy} onTap={onClose}>
          宣布散会
        </Button>
      </BottomBar>
    );
  }
  if (meeting.ownSeat && meeting.state !== 'closed') {
    return (
      <BottomBar>
        <Button id="to-vote" onTap={() => openPage(pages.vote(meeting.id))}>
          签到与表决
        </Button>
      </BottomBar>
    );
  }
  return null;
}

function MeetingScreen({ meeting }: { meeting: Meeting }) {
  const [deciding, setDeciding] = useState(false);
  const closeSheet = useCallback(() => setDeciding(false), []);
  const start = useCommand('governance.startMeeting', changed);
  const finish = useCommand('governance.closeMeeting', changed);
  const by = { meetingId: meeting.id, version: meeting.version };
  const item = openItem(meeting);
  const error = start.error ?? finish.error;
  return (
    <Page
      title="会议"
      isPrivate
      footer={
        <Actions
          meeting={meeting}
          busy={start.busy || finish.busy}
          onStart={() => void start.run(by)}
          onDecide={() => setDeciding(true)}
          onClose={() => void finish.run(by)}
        />
      }
    >
      <View>
        <Tags>
          <StatusTag
            kind={meeting.state === 'inSession' ? 'info' : 'line'}
            icon={meeting.state === 'inSession' ? 'now' : undefined}
          >
            {meetingStateLabels[meeting.state]}
          </StatusTag>
        </Tags>
        <Heading level={1}>{meeting.title}</Heading>
        <View className="sub">{`${momentInWords(meeting.at)}　${meeting.place}`}</View>
      </View>
      {error ? (
        <Notice kind="danger" announce>
          {error.message}
        </Notice>
      ) : null}
      <QuorumCard meeting={meeting} />
      {item ? <OpenItem meeting={meeting} item={item} /> : null}
      <Agenda meeting={meeting} />
      <Attendance meeting={meeting} />
      {deciding && item ? <DecideSheet meeting={meeting} item={item} onClose={closeSheet} /> : null}
    </Page>
  );
}

export default function MeetingPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry } = useCall('governance.meeting', { meetingId: id ?? '' }, { every: refreshEvery });
  if (data) return <MeetingScreen meeting={data} />;
  return (
    <Page title="会议" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={5} />}
    </Page>
  );
}
