import { useCallback, useState } from 'react';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { ListRow, Rows } from '../../components/list-row';
import { Sheet } from '../../components/sheet';
import { ActionSheet } from '../standing/action-sheet';
import { memberActions } from '../standing/actions';

/** What the actions need of a member's view. */
interface MemberActionsProps {
  member: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly number: string;
    readonly can: Readonly<Record<string, boolean>>;
  };
}

/** Whether this officer can do anything with the member now. */
export const mayAct = (can: Readonly<Record<string, boolean>>): boolean => memberActions.some(({ key }) => can[key]);

/** What this officer can do with the member now, behind one button; each says what follows and asks once more. */
export function MemberActions({ member }: MemberActionsProps) {
  const [open, setOpen] = useState<string>();
  const close = useCallback(() => setOpen(undefined), []);
  const action = memberActions.find(({ key }) => key === open);
  return (
    <>
      <BottomBar>
        <Button id="open-actions" onTap={() => setOpen('choose')}>
          办理会籍事项
        </Button>
      </BottomBar>
      {open === 'choose' ? (
        <Sheet title={`办理：${member.name}`} onClose={close}>
          <Rows>
            {memberActions
              .filter(({ key }) => member.can[key])
              .map(({ key, title }) => (
                <ListRow key={key} id={`action-${key}`} title={title} onTap={() => setOpen(key)} />
              ))}
          </Rows>
        </Sheet>
      ) : null}
      {action ? <ActionSheet key={action.key} action={action} member={member} onClose={close} /> : null}
    </>
  );
}
