import { measureKindLabels } from '@shared/membership/standing-labels';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { usePages } from '../../cloud/use-pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Choices } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import { Skeleton } from '../../components/skeleton';
import { EmptyState, ListEnd } from '../../components/states';
import { atMost, type HalfProps, Kinds } from './add-kinds';
import { changedByMeeting } from './facts';

const changed = [...changedByMeeting, 'membership.measures', 'membership.member'] as const;

/** Measures that staff proposed and no meeting has taken up: each an item of its own. */
export function MeasuresSheet({ meeting, onKind, onClose }: HalfProps) {
  const proposed = usePages('membership.measures', { state: 'proposed' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useCommand('governance.addItems', changed);
  const submit = async () => {
    const by = { meetingId: meeting.id, version: meeting.version, applicationIds: [] };
    if (await add.run({ ...by, measureIds: [...chosen] })) onClose();
  };
  return (
    <Sheet
      title="列入议题"
      onClose={onClose}
      footer={
        <BottomBar hint="列入后，有关会员会收到开会日期">
          <Button id="add-measures" disabled={chosen.length === 0} busy={add.busy} onTap={() => void submit()}>
            {chosen.length > 0 ? `列入 ${chosen.length} 项议题` : '列入议题'}
          </Button>
        </BottomBar>
      }
    >
      <Kinds what="measures" onChange={onKind} />
      <Failure error={add.error ?? proposed.error} />
      {proposed.loading ? <Skeleton count={3} /> : null}
      {proposed.first && proposed.rows.length === 0 ? (
        <EmptyState title="没有等待讨论的会籍处理" why="工作人员在会员页面提出的处理建议会出现在这里。" />
      ) : null}
      {proposed.rows.length > 0 ? (
        <Field name="measures" label="等待会议讨论的会籍处理" help={`一次最多 ${atMost} 项`}>
          <Choices
            layout="rows"
            values={chosen}
            onChange={setChosen}
            options={proposed.rows.map(({ id, name, kind, reference }) => ({
              value: id,
              label: `${measureKindLabels[kind]}：${name}`,
              hint: reference,
            }))}
          />
        </Field>
      ) : null}
      {proposed.more ? <ListEnd onMore={proposed.more} busy={proposed.loadingMore} /> : null}
    </Sheet>
  );
}
