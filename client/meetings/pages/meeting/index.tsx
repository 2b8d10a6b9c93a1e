import { momentInWords } from '@shared/dates';
import { meetingModeLabels } from '@shared/governance/labels';
import { meetingStateLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';
import { Actions, type Asked } from '../../meeting/actions';
import { AdjournSheet } from '../../meeting/adjourn-sheet';
import { Agenda } from '../../meeting/agenda';
import { Attendance } from '../../meeting/attendance';
import { CancelSheet } from '../../meeting/cancel-sheet';
import { ChangeSheet } from '../../meeting/change-sheet';
import { CloseSheet, DecideSheet } from '../../meeting/decide-sheet';
import { changedByMeeting, type Meeting, openItem } from '../../meeting/facts';
import { NoticePart } from '../../meeting/notice-part';
import { NoticeSheet } from '../../meeting/notice-sheet';
import { OpenItem } from '../../meeting/open-item';
import { QuorumCard } from '../../meeting/quorum-card';

/** Votes come in from other phones. */
const refreshEvery = 4_000;

function Head({ meeting }: { meeting: Meeting }) {
  const running = meeting.state === 'inSession';
  return (
    <View className="stack-s">
      <StatusTag kind={running ? 'info' : 'line'} icon={running ? 'now' : undefined}>
        {meetingStateLabels[meeting.state]}
      </StatusTag>
      <Heading level={1}>{meeting.title}</Heading>
      <View className="tags sub">
        <View>{momentInWords(meeting.at)}</View>
        <View>{meeting.place}</View>
        <View>{meetingModeLabels[meeting.mode]}</View>
      </View>
      {meeting.resumesAt ? <View className="sub">{`休会到${momentInWords(meeting.resumesAt)}`}</View> : null}
    </View>
  );
}

/** What is seldom done: moving, interrupting or calling off the meeting, seats that have changed since it was planned. */
function Seldom({ meeting, ask }: { meeting: Meeting; ask: (sheet: Asked) => void }) {
  const refresh = useCommand('governance.refreshSeats', changedByMeeting);
  const rare = [
    { sheet: 'adjourn', may: meeting.can.adjourn, id: 'open-adjourn', text: '休会' },
    { sheet: 'change', may: meeting.can.change, id: 'open-change', text: '改时间或地点' },
    { sheet: 'cancel', may: meeting.can.cancel, id: 'open-cancel', text: '取消会议' },
  ] as const;
  return (
    <View className="stack">
      <Failure error={refresh.error} />
      {meeting.can.refreshSeats ? (
        <Button
          id="refresh-seats"
          kind="quiet"
          small
          busy={refresh.busy}
          onTap={() => void refresh.run({ meetingId: meeting.id, version: meeting.version })}
        >
          换成现任席位
        </Button>
      ) : null}
      {rare.map(({ sheet, may, id, text }) =>
        may ? (
          <Button key={id} id={id} kind="quiet" small onTap={() => ask(sheet)}>
            {text}
          </Button>
        ) : null,
      )}
    </View>
  );
}

/** The sheet that is open, if any. */
function Asking({ meeting, asked, onClose }: { meeting: Meeting; asked: Asked | undefined; onClose: () => void }) {
  const item = openItem(meeting);
  if (asked === 'decide') return item ? <DecideSheet meeting={meeting} item={item} onClose={onClose} /> : null;
  if (asked === 'close') return <CloseSheet meeting={meeting} onClose={onClose} />;
  if (asked === 'cancel') return <CancelSheet meeting={meeting} onClose={onClose} />;
  if (asked === 'change') return <ChangeSheet meeting={meeting} onClose={onClose} />;
  if (asked === 'adjourn') return <AdjournSheet meeting={meeting} onClose={onClose} />;
  return asked === 'notice' ? <NoticeSheet meeting={meeting} onClose={onClose} /> : null;
}

function MeetingScreen({ meeting, savedAt }: { meeting: Meeting; savedAt: Date | undefined }) {
  const [asked, setAsked] = useState<Asked>();
  const close = useCallback(() => setAsked(undefined), []);
  const setAdding = useCallback((adding: boolean) => setAsked(adding ? 'add' : undefined), []);
  const item = openItem(meeting);
  return (
    <Page title="会议" isPrivate footer={<Actions meeting={meeting} ask={setAsked} />}>
      <OfflineNotice savedAt={savedAt} />
      <Head meeting={meeting} />
      {item ? <OpenItem meeting={meeting} item={item} /> : null}
      <QuorumCard meeting={meeting} />
      <Agenda meeting={meeting} adding={asked === 'add'} onAdd={setAdding} />
      <NoticePart meeting={meeting} onSend={() => setAsked('notice')} />
      <Attendance meeting={meeting} />
      <Seldom meeting={meeting} ask={setAsked} />
      <Asking meeting={meeting} asked={asked} onClose={close} />
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
