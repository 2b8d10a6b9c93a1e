import { dayInWords, momentInWords } from '@shared/dates';
import { type Body, bodies } from '@shared/governance/lifecycle';
import { bodyLabels, fieldErrorText, meetingStateLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { useCallback, useState } from 'react';
import { useCommand } from '../../../cloud/use-command';
import { usePages } from '../../../cloud/use-pages';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Choice } from '../../../components/choice';
import { DateInput } from '../../../components/date-input';
import { ErrorSummary } from '../../../components/error-summary';
import { Field } from '../../../components/field';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState, ListEnd } from '../../../components/states';
import { StatusTag, type TagKind } from '../../../components/status-tag';
import { TextInput } from '../../../components/text-input';
import { openPage } from '../../../open-page';
import { stillWrong, useChecked } from '../../use-checked';

const stateTags: Readonly<Record<string, TagKind>> = { planned: 'line', inSession: 'info', closed: 'plain', cancelled: 'plain' };

/** `2026-11-27` and `14:30` in Shanghai as an instant; undefined while either is unfinished. */
function instantOf(day: string, time: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3])[:：][0-5]\d$/.test(time)) return undefined;
  return new Date(`${day}T${time.replace('：', ':')}:00+08:00`).toISOString();
}

/** Plans a meeting: body, day, time and place. */
function PlanSheet({ onClose }: { onClose: () => void }) {
  const [body, setBody] = useState<Body>('presidentsOffice');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('14:30');
  const [place, setPlace] = useState('');
  const { shown, tries, check } = useChecked();
  const plan = useCommand('governance.planMeeting', ['governance.meetings', 'account.workbench']);
  const at = instantOf(day, time);
  const wrong = {
    day: day ? undefined : '请选择开会日期',
    time: at || !day ? undefined : '时间的写法如 14:30',
    place: place.trim() ? undefined : '请填写开会地点',
  };
  const errors = Object.entries(wrong).flatMap(([name, text]) => (text ? [{ name, text }] : []));
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const submit = async () => {
    if (!check(errors) || !at) return;
    const planned = await plan.run({ body, at, place: place.trim() });
    if (!planned) return;
    onClose();
    openPage(pages.meeting(planned.id));
  };
  return (
    <Sheet
      title="安排会议"
      onClose={onClose}
      footer={
        <BottomBar hint="会议名称和次数由系统编排">
          <Button id="plan" onTap={() => void submit()} busy={plan.busy}>
            安排会议
          </Button>
        </BottomBar>
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      {plan.error ? (
        <Notice kind="danger" announce>
          {Object.entries(plan.error.fields ?? {})
            .map(([path, code]) => fieldErrorText(path, code))
            .join('；') || plan.error.message}
        </Notice>
      ) : null}
      <Field name="body" label="会议">
        <Choice
          value={body}
          onChange={(value) => setBody(value as Body)}
          options={bodies.map((value) => ({ value, label: bodyLabels[value] }))}
          layout="chips"
        />
      </Field>
      <Field name="day" label="日期" error={errorAt('day')}>
        <DateInput value={day} onChange={setDay} />
      </Field>
      <Field name="time" label="时间" error={errorAt('time')}>
        <TextInput value={time} onChange={setTime} maxLength={5} />
      </Field>
      <Field name="place" label="地点" error={errorAt('place')}>
        <TextInput value={place} onChange={setPlace} maxLength={60} />
      </Field>
    </Sheet>
  );
}

export default function MeetingsPage() {
  const { rows, first, loading, error, more, loadingMore, retry } = usePages('governance.meetings', {});
  const [planning, setPlanning] = useState(false);
  const closePlan = useCallback(() => setPlanning(false), []);
  const now = new Date();
  const ahead = rows.filter(({ state }) => state === 'planned' || state === 'inSession');
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
                    </>
                  }
                  onTap={() => openPage(pages.meeting(meeting.id))}
                />
              ))}
            </Rows>
          </Section>
        ) : null,
      )}
      {rows.length > 0 ? <ListEnd onMore={more} busy={loadingMore} /> : null}
      {planning ? <PlanSheet onClose={closePlan} /> : null}
    </Page>
  );
}
