import { organisation } from '@shared/organisation';
import { ListRow, Rows } from '../../components/list-row';

/** Where to ask: the office and its hours. */
export function HelpRow({ title = '填写时遇到困难？' }: { title?: string }) {
  return (
    <Rows>
      <ListRow icon="help" title={title} sub={`${organisation.name}${organisation.office}，${organisation.officeHours}`} />
    </Rows>
  );
}
