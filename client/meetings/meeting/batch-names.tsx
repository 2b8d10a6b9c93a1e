import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { StatusTag } from '../../components/status-tag';
import { applicationFacts, type Item, type Meeting, namesOf } from './facts';

interface BatchNamesProps {
  meeting: Meeting;
  item: Item;
  pulled: string;
  /** Set while somebody may be taken out of the batch. */
  onPull: ((applicationId: string) => void) | undefined;
}

/** Everybody in a batch, numbered as the agenda reads them, and who would have to recuse because of whom. */
export function BatchNames({ meeting, item, pulled, onPull }: BatchNamesProps) {
  const rows = item.applications.map((application, index) => ({
    ...application,
    title: `${index + 1}. ${application.subject}`,
    recusing: application.parties.length > 0 ? `${namesOf(meeting, application.parties)}须回避` : undefined,
  }));
  if (onPull) {
    const options = rows.map((row) => ({
      value: row.applicationId,
      label: row.title,
      hint: [applicationFacts(row), row.recusing].filter(Boolean).join('，'),
    }));
    return (
      <Field name="pulled" label="名单" help="要单独表决的，点他的名字">
        <Choice value={pulled} onChange={onPull} options={options} />
      </Field>
    );
  }
  return (
    <Rows>
      {rows.map((row) => (
        <ListRow
          key={row.applicationId}
          title={row.title}
          sub={applicationFacts(row)}
          tags={row.recusing ? <StatusTag kind="warn">{row.recusing}</StatusTag> : undefined}
        />
      ))}
    </Rows>
  );
}
