import { useState } from 'react';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
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

/** What this officer can do with the member now; each opens a sheet that says what follows. */
export function MemberActions({ member }: MemberActionsProps) {
  const [open, setOpen] = useState<string>();
  const offered = memberActions.filter(({ key }) => member.can[key]);
  const action = offered.find(({ key }) => key === open);
  if (offered.length === 0) return null;
  return (
    <Section title="可以办理">
      <Rows>
        {offered.map(({ key, title }) => (
          <ListRow key={key} id={`action-${key}`} title={title} onTap={() => setOpen(key)} />
        ))}
      </Rows>
      {action ? <ActionSheet key={action.key} action={action} member={member} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  );
}
