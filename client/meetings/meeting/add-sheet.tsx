import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { usePages } from '../../cloud/use-pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choice, Choices } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { Skeleton } from '../../components/skeleton';
import { EmptyState, ListEnd } from '../../components/states';
import { TextArea, TextInput } from '../../components/text-input';
import { atMost, type HalfProps, Kinds, type What } from './add-kinds';
import { MeasuresSheet } from './add-measures';
import { changedByMeeting, type Meeting } from './facts';

const changed = [...changedByMeeting, 'membership.applications'] as const;

/** Applications that await a meeting: each an item, or several together as one batch that is voted on once. */
function ApplicationsSheet({ meeting, onKind, onClose }: HalfProps) {
  const waiting = usePages('membership.applications', { state: 'awaitingMeeting' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [way, setWay] = useState('each');
  const add = useCommand('governance.addItems', changed);
  const together = chosen.length > 1 && way === 'together';
  const submit = async () => {
    const by = { meetingId: meeting.id, version: meeting.version, applicationIds: [...chosen] };
    if (await add.run({ ...by, ...(together ? { together } : {}) })) onClose();
  };
  const everything = waiting.rows.slice(0, atMost).map(({ id }) => id);
  const text = together ? `列入批量议题（${chosen.length} 名）` : `列入 ${chosen.length} 项议题`;
  return (
    <Sheet
      title="列入议题"
      onClose={onClose}
      footer={
        <BottomBar hint="列入后，申请人会收到开会日期">
          <Button id="add-items" disabled={chosen.length === 0} busy={add.busy} onTap={() => void submit()}>
            {chosen.length > 0 ? text : '列入议题'}
          </Button>
        </BottomBar>
      }
    >
      <Kinds what="applications" onChange={onKind} />
      <Failure error={add.error ?? waiting.error} />
      {waiting.loading ? <Skeleton count={3} /> : null}
      {waiting.first && waiting.rows.length === 0 ? (
        <EmptyState title="没有等待讨论的申请" why="复审通过的申请会出现在这里。" />
      ) : null}
      {chosen.length > 1 ? (
        <Field name="way" label="怎样表决">
          <Choice
            value={way}
            onChange={setWay}
            options={[
              { value: 'each', label: '每人一项，逐项表决' },
              { value: 'together', label: '合成一项，一次表决', hint: '表决前随时可以把个别人单列出来' },
            ]}
          />
        </Field>
      ) : null}
      {waiting.rows.length > 0 ? (
        <Field name="applications" label="等待会议讨论的申请" help={`一次最多 ${atMost} 件`}>
          <Choices
            layout="rows"
            values={chosen}
            onChange={setChosen}
            options={waiting.rows.map(({ id, name, reference }) => ({ value: id, label: name, hint: reference }))}
          />
        </Field>
      ) : null}
      {everything.length > 1 && chosen.length < everything.length ? (
        <Button id="choose-all" kind="quiet" small onTap={() => setChosen(everything)}>
          {`全选这 ${everything.length} 件`}
        </Button>
      ) : null}
      {waiting.more ? <ListEnd onMore={waiting.more} busy={waiting.loadingMore} /> : null}
    </Sheet>
  );
}

/** A matter in the secretary's own words: a title for the agenda, and what is to be decided. */
function MatterSheet({ meeting, onKind, onClose }: HalfProps) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand('governance.addMatter', changedByMeeting);
  const missing = (value: string, sentence: string) => (tried && !value.trim() ? sentence : undefined);
  const submit = async () => {
    setTried(true);
    if (!title.trim() || !text.trim()) return;
    const by = { meetingId: meeting.id, version: meeting.version };
    if (await add.run({ ...by, title: title.trim(), text: text.trim() })) onClose();
  };
  return (
    <Sheet
      title="列入议题"
      onClose={onClose}
      footer={
        <BottomBar hint="标题会写进决议和纪要">
          <Button id="add-matter" busy={add.busy} onTap={() => void submit()}>
            列入这项议题
          </Button>
        </BottomBar>
      }
    >
      <Kinds what="matter" onChange={onKind} />
      <Failure error={add.error} />
      <Field name="title" label="议题标题" error={missing(title, '请填写议题标题')}>
        <TextInput value={title} onChange={setTitle} maxLength={60} />
      </Field>
      <Field name="text" label="要会议决定什么" error={missing(text, '请写明要会议决定什么')}>
        <TextArea value={text} onChange={setText} maxLength={1000} />
      </Field>
    </Sheet>
  );
}

const halves = { applications: ApplicationsSheet, measures: MeasuresSheet, matter: MatterSheet } as const;

/** Puts something on the agenda of a planned meeting. */
export function AddSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const [what, setWhat] = useState<What>('applications');
  const Half = halves[what];
  return <Half meeting={meeting} onKind={setWhat} onClose={onClose} />;
}
