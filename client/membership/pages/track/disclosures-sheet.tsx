import { momentInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import { useCall } from '../../../cloud/use-call';
import { ListRow, Rows } from '../../../components/list-row';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';

/** Who looked at the full identity number, when and why: what the consent promises to show. */
export function DisclosuresSheet({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const seen = useCall('membership.disclosures', { applicationId });
  const rows = seen.data?.rows ?? [];
  return (
    <Sheet title="谁看过我的证件号码" onClose={onClose}>
      {seen.loading ? <Skeleton count={2} /> : null}
      {seen.error && !seen.data ? <ErrorState error={seen.error} onRetry={seen.retry} /> : null}
      {seen.data && rows.length === 0 ? (
        <View className="body">还没有人看过。工作人员平时只看到首尾各一位，要看全部须写明理由。</View>
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
