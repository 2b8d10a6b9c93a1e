import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { Compliance, type ComplianceLine } from '../../review/compliance';
import { LookUpSheet } from '../../review/look-up-sheet';

/** A unit member's look-ups in the public lists, and the next one. */
export default function CompliancePage() {
  const { id = '' } = useRouter().params;
  const { data, error, loading, retry } = useCall('membership.memberCompliance', { memberId: id });
  const record = useCommand('membership.recheckCompliance', ['membership.memberCompliance', 'account.workbench']);
  const [open, setOpen] = useState<ComplianceLine['check']>();
  const close = useCallback(() => setOpen(undefined), []);
  return (
    <Page title="合规复查" isPrivate busy={loading}>
      {loading ? <Skeleton kind="card" count={3} /> : null}
      {error && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {data ? (
        <Card>
          <Heading level={1}>{data.name}</Heading>
          <KeyValue facts={[['会员编号', data.number]]} />
        </Card>
      ) : null}
      {data && data.compliance.length === 0 ? <EmptyState title="不用核查" why="只有单位会员在公开的名录里查询。" /> : null}
      {data ? (
        <Compliance lines={data.compliance} onRecord={data.can.record ? ({ check }) => setOpen(check) : undefined} />
      ) : null}
      {data && open ? (
        <LookUpSheet
          check={open}
          busy={record.busy}
          error={record.error}
          onClose={close}
          onRecord={(found) =>
            void record.run({ memberId: data.id, version: data.version, ...found }).then((done) => done && close())
          }
        />
      ) : null}
    </Page>
  );
}
