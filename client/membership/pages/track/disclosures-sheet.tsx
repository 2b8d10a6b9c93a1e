import { momentInWords } from '@shared/dates';
import type { MemberKind } from '@shared/membership/form';
import { View } from '@tarojs/components';
import { useCall } from '../../../cloud/use-call';
import { ListRow, Rows } from '../../../components/list-row';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import type { Application } from '../../my-application';

/** What staff see masked until they state a reason. */
export const disclosuresTitle = (kind: MemberKind) => `谁看过${kind === 'unit' ? '联系人和代表的手机' : '我的证件号码'}`;

interface DisclosuresSheetProps {
  application: Pick<Application, 'id' | 'kind'>;
  onClose: () => void;
}

/** Who looked at the full identity number or mobiles, when and why: what the consent promises to show. */
export function DisclosuresSheet({ application: { id, kind }, onClose }: DisclosuresSheetProps) {
  const seen = useCall('membership.disclosures', { applicationId: id });
  const rows = seen.data?.rows ?? [];
  return (
    <Sheet title={disclosuresTitle(kind)} onClose={onClose}>
      {seen.loading ? <Skeleton count={2} /> : null}
      {seen.error && !seen.data ? <ErrorState error={seen.error} onRetry={seen.retry} /> : null}
      {seen.data && rows.length === 0 ? (
        <View className="body">还没有人看过。工作人员平时只看到首尾几位，要看全部须写明理由。</View>
      ) : null}
      {rows.length > 0 ? (
        <Rows>
          {rows.map(({ at, by, reason }) => (
            <ListRow key={`${at}-${by}`} title={reason} sub={`${momentInWords(at)}　${by}`} />
          ))}
        </Rows>
      ) : null}
    </Sheet>
  );
}
