import { dayInWords, momentInWords } from '@shared/dates';
import { meetingModeLabels } from '@shared/governance/labels';
import { bodyLabels, meetingStateLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { useCallback, useState } from 'react';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag, type TagKind } from '../../../components/status-tag';
import { openPage } from '../../../open-page';
import { PlanSheet } from '../../meeting/plan-sheet';

const stateTags: Readonly<Record<string, TagKind>> = {
  planned: 'line',
  inSession: 'info',
  adjourned: 'warn',
  closed: 'plain',
  cancelled: 'plain',
};

export default function MeetingsPage() {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('governance.meetings', {});
  const [planning, setPlanning] = useState(false);
  const closePlan = useCallback(() => setPlanning(false), []);
  const now = new Date();
  const late = first?.late ?? [];
  const ahead = rows.filter(({ state }) => state !== 'closed' && state !== 'cancelled');
  const past = rows.filter(({ state }) => state === 'closed' || state === 'cancelled');
  return (
    <Page
      title="会议"
      isPrivate
      busy={loading}
      footer={
        first?.can.plan ? (
          <BottomBar>
            <Button id="open-plan" icon="plus" onTap={() => setPlanning(true)}>
              安排会议
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {loading ? <Skeleton icon count={4} /> : null}
      {error && !first ? <ErrorState error={error} onRetry={retry} /> : null}
      {first && rows.length === 0 ? <EmptyState title="还没有会议" why="会议秘书安排会议后，会出现在这里。" /> : null}
      {late.length > 0 ? (
        <Notice kind="warn">{`预警：${late.map((body) => bodyLabels[body]).join('、')}超过了应开会的时间。只作提醒，不影响办事。`}</Notice>
      ) : null}
      {[
        { title: '将要召开', list: ahead },
        { title: '已经开过', list: past },
      ].map(({ title, list }) =>
        list.length > 0 ? (
          <Section key={title} title={title}>
            <Rows>
              {list.map((meeting) => (
                <ListRow
                  key={meeting.id}
                  id={`meeting-${meeting.id}`}
                  icon="meeting"
                  title={meeting.title}
                  sub={`${meeting.state === 'closed' ? dayInWords(meeting.at, now) : momentInWords(meeting.at, now)}　${meeting.place}`}
                  tags={
                    <>
                      <StatusTag kind={stateTags[meeting.state]}>{meetingStateLabels[meeting.state]}</StatusTag>
                      <StatusTag>{`议题 ${meeting.items} 项`}</StatusTag>
                      {meeting.mode === 'onSite' ? null : <StatusTag>{meetingModeLabels[meeting.mode]}</StatusTag>}
                    </>
                  }
                  onTap={() => openPage(pages.meeting(meeting.id))}
                />
              ))}
            </Rows>
          </Section>
        ) : null,
      )}
      {first ? (
        <Section title="会议机构">
          <Rows>
            <ListRow
              id="to-bodies"
              icon="calendar"
              title="席位与召开频次"
              sub="四个会议各有哪些席位，多久没有开会"
              onTap={() => openPage(pages.bodies())}
            />
          </Rows>
        </Section>
      ) : null}
      {rows.length > 0 ? <ListEnd onMore={more} busy={loadingMore} /> : null}
      {planning ? <PlanSheet onClose={closePlan} /> : null}
    </Page>
  );
}
