import { useState } from 'react';
import type { PagesState } from '../../cloud/use-pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { Sheet } from '../../components/sheet';
import { ListEnd } from '../../components/states';
import { TextInput } from '../../components/text-input';

/** A seat as it is being arranged; `name` of its holder, empty while it is vacant. */
export interface SeatDraft {
  readonly seat: string;
  readonly title: string;
  readonly holder: string | null;
  readonly name: string;
}

interface SeatSheetProps {
  seat: SeatDraft;
  /** Accounts that hold another seat of this body already: nobody holds two. */
  taken: ReadonlySet<string>;
  staff: PagesState<'account.staff'>;
  onDone: (seat: SeatDraft) => void;
  onRemove: () => void;
  onClose: () => void;
}

const vacant = 'vacant';

/** One seat: its office and who holds it. Nothing is saved here yet. */
export function SeatSheet({ seat, taken, staff, onDone, onRemove, onClose }: SeatSheetProps) {
  const [title, setTitle] = useState(seat.title);
  const [holder, setHolder] = useState(seat.holder ?? vacant);
  const [tried, setTried] = useState(false);
  const known = staff.rows.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const present =
    seat.holder && !known.some(({ value }) => value === seat.holder) ? [{ value: seat.holder, label: seat.name }] : [];
  const options = [{ value: vacant, label: '空缺' }, ...present, ...known];
  const missing = title.trim() ? undefined : '请填写席位的职务，如“副会长”';
  const submit = () => {
    setTried(true);
    if (missing) return;
    const name = holder === vacant ? '' : (options.find(({ value }) => value === holder)?.label ?? '');
    onDone({ ...seat, title: title.trim(), holder: holder === vacant ? null : holder, name });
  };
  return (
    <Sheet
      title={seat.name || '席位'}
      onClose={onClose}
      footer={
        <BottomBar hint="改完全部席位，再一起保存">
          <Button id="remove-seat" kind="secondary" onTap={onRemove}>
            去掉席位
          </Button>
          <Button id="seat-done" onTap={submit}>
            改好了
          </Button>
        </BottomBar>
      }
    >
      <Failure error={staff.error} />
      <Field name="title" label="职务" error={tried ? missing : undefined}>
        <TextInput value={title} onChange={setTitle} maxLength={20} />
      </Field>
      <Field name="holder" label="由谁担任" help="名单里是有角色的工作人员；没有的，请先授予“会长”角色">
        <Select options={options} value={holder} onChange={setHolder} />
      </Field>
      {staff.more ? <ListEnd onMore={staff.more} busy={staff.loadingMore} /> : null}
    </Sheet>
  );
}
