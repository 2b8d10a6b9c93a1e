import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { replacePage } from '../../../open-page';
import { ResignForm } from '../../components/resign-form';

type Resigned = Output<'membership.resign'>;

const choiceTexts = { keep: '按保存期限保留', erase: '到期尽快删除' } as const;

function Done({ resigned }: { resigned: Resigned }) {
  return (
    <>
      <Notice kind="ok" announce>
        退会已生效
      </Notice>
      <Heading level={1}>感谢您的同行</Heading>
      <Card>
        <KeyValue
          facts={[
            ['会员编号', <View className="num">{resigned.number}</View>],
            ['生效日期', dateForDocuments(resigned.resignedAt)],
            ['证书', '已失效'],
            ['您的资料', choiceTexts[resigned.dataChoice]],
          ]}
        />
      </Card>
      <View className="sub">会员联络部已收到通知，会把您移出会员名单和联系群。以后想回来，可以随时重新申请入会。</View>
    </>
  );
}

/** 退会: a notice that has effect at once; what follows is said before, and confirmed after. */
export default function ResignPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry } = useCall('membership.myStanding', id ? { memberId: id } : {});
  const none = error?.code === 'notFound';
  const [resigned, setResigned] = useState<Resigned>();
  if (resigned)
    return (
      <Page
        title="退会"
        isPrivate
        footer={
          <BottomBar>
            <Button id="to-standing" kind="secondary" onTap={() => replacePage(pages.myStanding(resigned.memberId))}>
              看会籍记录
            </Button>
          </BottomBar>
        }
      >
        <Done resigned={resigned} />
      </Page>
    );
  if (data?.can.resign) return <ResignForm standing={data} onResigned={setResigned} />;
  return (
    <Page title="退会" isPrivate busy={loading}>
      {loading ? <Skeleton kind="card" count={3} /> : null}
      {none && !data ? <EmptyState title="您还不是会员" why="没有会籍，不用办理退会。" /> : null}
      {error && !none && !data ? <ErrorState error={error} onRetry={retry} /> : null}
      {data ? <EmptyState title="现在不用退会" why="这个会籍已经不在籍了，会籍记录里有原因和日期。" /> : null}
    </Page>
  );
}
