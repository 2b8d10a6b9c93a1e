import { momentInWords } from '@shared/dates';
import type { MinutesView } from '@shared/governance/endpoints';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { MinutesText } from '../../../components/minutes-text';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';

/** Opening the minutes is reading them; a receipt that was lost is sent at the next opening, or by hand. */
function useReceipt({ meetingId, can }: MinutesView) {
  const receipt = useCommand('governance.readMinutes', ['governance.minutes', 'account.inbox']);
  const sent = useRef(false);
  const send = () => void receipt.run({ meetingId });
  useEffect(() => {
    if (!can.markRead || sent.current) return;
    sent.current = true;
    send();
  });
  return { ...receipt, send };
}

function MinutesScreen({ minutes, savedAt }: { minutes: MinutesView; savedAt: Date | undefined }) {
  const receipt = useReceipt(minutes);
  return (
    <Page title="会议纪要" isPrivate>
      <OfflineNotice savedAt={savedAt} />
      <View className="stack-s">
        <Heading level={1}>{minutes.title}</Heading>
        <View className="sub">{`${momentInWords(minutes.at)}　${minutes.place}`}</View>
        {minutes.publishedAt ? <View className="sub">{`${momentInWords(minutes.publishedAt)}发布`}</View> : null}
        {minutes.readAt ? (
          <StatusTag kind="ok" icon="check">
            {`您已于${momentInWords(minutes.readAt)}阅读`}
          </StatusTag>
        ) : null}
      </View>
      <Failure error={receipt.error} />
      {receipt.error ? (
        <Button id="read" kind="secondary" small busy={receipt.busy} onTap={receipt.send}>
          再记一次已读
        </Button>
      ) : null}
      <MinutesText sections={minutes.sections} />
    </Page>
  );
}

/** Published minutes, for a member concerned. */
export default function ReadMinutesPage() {
  const meetingId = useRouter().params.id ?? '';
  const { data, error, loading, savedAt, retry } = useCall('governance.minutes', { meetingId });
  if (data) return <MinutesScreen minutes={data} savedAt={savedAt} />;
  return (
    <Page title="会议纪要" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={5} />}
    </Page>
  );
}
