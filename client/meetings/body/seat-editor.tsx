import type { Output } from '@shared/endpoints';
import type { Body } from '@shared/governance/lifecycle';
import { termName } from '@shared/governance/naming';
import { useCallback, useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { useKept } from '../../cloud/use-kept';
import { usePages } from '../../cloud/use-pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { type SeatDraft, SeatSheet } from './seat-sheet';

interface SeatEditorProps {
  body: Body;
  name: string;
  /** The term the seats are for: the present one, or the next. */
  term: number;
  version: number;
  seats: Output<'governance.body'>['seats'];
  isNewTerm: boolean;
  onDone: () => void;
}

/** The first free place after those there are: seats keep their ids for a term. */
function freeSeat(seats: readonly SeatDraft[]): string {
  const numbers = seats.map(({ seat }) => Number(/(\d+)$/.exec(seat)?.[1] ?? 0));
  return `seat-${Math.max(0, ...numbers) + 1}`;
}

/** The seats of a body as they are being arranged; nothing holds until all are saved together. */
export function SeatEditor({ body, name, term, version, seats, isNewTerm, onDone }: SeatEditorProps) {
  const kept = useKept<readonly SeatDraft[]>(`seats:${body}:${term}`);
  const arranged = kept.value ?? seats;
  const [open, setOpen] = useState<SeatDraft>();
  const close = useCallback(() => setOpen(undefined), []);
  const staff = usePages('account.staff', {});
  const save = useCommand('governance.setBody', ['governance.body', 'governance.bodies']);
  const taken = new Set(arranged.flatMap(({ seat, holder }) => (holder && seat !== open?.seat ? [holder] : [])));
  const put = (seat: SeatDraft) => {
    const known = arranged.some((one) => one.seat === seat.seat);
    kept.keep(known ? arranged.map((one) => (one.seat === seat.seat ? seat : one)) : [...arranged, seat]);
    close();
  };
  const remove = (seat: string) => {
    kept.keep(arranged.filter((one) => one.seat !== seat));
    close();
  };
  const leave = () => {
    kept.drop();
    onDone();
  };
  const submit = async () => {
    const saved = await save.run({
      body,
      term,
      version,
      seats: arranged.map(({ seat, title, holder }) => ({ seat, title, holder })),
    });
    if (saved) leave();
  };
  const vacant = arranged.filter(({ holder }) => holder === null).length;
  const hint = `${arranged.length} 个席位，空缺 ${vacant} 个；已安排的会议可以换成新席位`;
  const footer = (
    <BottomBar hint={save.error ? <Failure error={save.error} /> : hint}>
      <Button id="give-up" kind="secondary" onTap={leave}>
        不改了
      </Button>
      <Button id="save-seats" disabled={arranged.length === 0} busy={save.busy} onTap={() => void submit()}>
        保存席位
      </Button>
    </BottomBar>
  );
  return (
    <Page title={name} isPrivate footer={footer}>
      <Heading level={1}>{isNewTerm ? `${termName(term)}的席位` : `调整${termName(term)}席位`}</Heading>
      {isNewTerm ? <Notice>保存后开始新的一届；上一届的席位留在“往届”里，以前的会议不受影响。</Notice> : null}
      <Rows>
        {arranged.map((seat) => (
          <ListRow
            key={seat.seat}
            id={`edit-${seat.seat}`}
            title={seat.name || '（空缺）'}
            sub={seat.title}
            onTap={() => setOpen(seat)}
          />
        ))}
      </Rows>
      <Button
        id="add-seat"
        kind="quiet"
        small
        icon="plus"
        onTap={() => setOpen({ seat: freeSeat(arranged), title: '', holder: null, name: '' })}
      >
        加一个席位
      </Button>
      {open ? (
        <SeatSheet
          key={open.seat}
          seat={open}
          taken={taken}
          staff={staff}
          onDone={put}
          onRemove={() => remove(open.seat)}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
