import { momentInWords } from '@shared/dates';
import type { MinutesView } from '@shared/governance/endpoints';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';

const asWhat: Readonly<Record<MinutesView['receipts'][number]['as'], string>> = {
  seat: '席位',
  applicant: '申请人',
  member: '会员',
};

/** To whom the minutes went or will go, and who has read them. */
export function Receipts({ minutes }: { minutes: MinutesView }) {
  const { receipts, state } = minutes;
  if (receipts.length === 0) return null;
  const read = receipts.filter(({ readAt }) => readAt !== null).length;
  const published = state === 'published';
  return (
    <Section title={published ? `已读 ${read} 人，共 ${receipts.length} 人` : `发布后发给 ${receipts.length} 人`}>
      <Rows>
        {receipts.map(({ as, who, readAt }) => (
          <ListRow
            key={`${as}:${who}`}
            title={who}
            sub={readAt ? `${asWhat[as]}　${momentInWords(readAt)}读过` : asWhat[as]}
            end={published ? <StatusTag kind={readAt ? 'ok' : 'line'}>{readAt ? '已读' : '未读'}</StatusTag> : undefined}
          />
        ))}
      </Rows>
    </Section>
  );
}
