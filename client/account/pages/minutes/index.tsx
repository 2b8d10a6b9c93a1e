import { momentInWords } from '@shared/dates';
import type { MinutesView } from '@shared/governance/endpoints';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Heading } from '../../../components/heading';
import { MinutesText } from '../../../components/minutes-text';
import { OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { StatusTag } from '../../../components/status-tag';

function MinutesScreen({ minutes, savedAt }: { minutes: MinutesView; savedAt: Date | undefined }) {
  const receipt = useCommand('governance.readMinutes', ['governance.minutes', 'account.inbox']);
  return (
    <Page
      title="会议纪要"
      isPrivate
      footer={
        minutes.can.markRead ? (
          <BottomBar hint="总会据此知道您已收到">
            <Button id="read" busy={receipt.busy} onTap={() => void receipt.run({ meetingId: minutes.meetingId })}>
              我已阅读
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
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
