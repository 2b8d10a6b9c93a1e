import { dayInWords } from '@shared/dates';
import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { replacePage } from '../../../open-page';
import { useKind } from '../../addresses';
import { BigSign } from '../../components/big-sign';
import '../../components/membership.css';
import { type Application, useMyStanding } from '../../my-application';
import { messageTexts, useMessages } from '../../use-messages';

function nextSteps({ steps }: Application): readonly string[] {
  const due = steps.find(({ step }) => step === 'review')?.expected;
  return [
    due ? `${organisation.office}审查，${dayInWords(due)}前有结果` : `${organisation.office}审查`,
    '材料不全时，会逐条告诉您改哪里',
    '审查通过后，告诉您开会讨论的日期',
  ];
}

function Done({ application }: { application: Application }) {
  const again = application.state !== 'submitted';
  return (
    <>
      <BigSign kind="ok" icon="check" title={again ? '补正已交回' : '申请已提交'}>
        {again ? '谢谢您。审查从原来的位置接着办。' : '谢谢您愿意加入。我们已经收到您的申请。'}
      </BigSign>
      <Card>
        <View className="center">
          <View className="sub">申请编号</View>
          <View className="reference num" id="reference">
            {application.reference}
          </View>
          <View className="sub bal">已保存在“我的”里，不用抄下来</View>
        </View>
      </Card>
      <Button
        id="copy"
        kind="secondary"
        small
        icon="copy"
        onTap={() => void Taro.setClipboardData({ data: application.reference })}
      >
        复制编号
      </Button>
      <Section title="接下来">
        <Card>
          <View className="steps">
            {nextSteps(application).map((text, index) => (
              <View key={text} className="steps-row">
                <View className="steps-number num">{index + 1}</View>
                <View>{text}</View>
              </View>
            ))}
          </View>
        </Card>
      </Section>
    </>
  );
}

/** After the submission: what happened, the reference number, what happens next. */
export default function SubmittedPage() {
  const kind = useKind();
  const mine = useMyStanding(kind);
  const messages = useMessages();
  const application = mine.data;
  const showsDone = application?.submittedAt ? application : undefined;
  return (
    <Page
      title="入会申请"
      isPrivate
      busy={mine.loading}
      footer={
        showsDone ? (
          <BottomBar>
            <Button id="track" kind={messages.answer ? 'primary' : 'secondary'} onTap={() => replacePage(pages.track(kind))}>
              查看进度
            </Button>
            {messages.answer ? null : (
              <Button id="notify" icon="bell" busy={messages.busy} onTap={messages.ask}>
                有进展时通知我
              </Button>
            )}
          </BottomBar>
        ) : undefined
      }
    >
      <OfflineNotice savedAt={mine.savedAt} />
      {messages.answer ? (
        <Notice kind={messages.answer === 'accepted' ? 'ok' : 'info'} announce>
          {messageTexts[messages.answer]}
        </Notice>
      ) : null}
      {mine.loading ? <Skeleton kind="card" count={4} /> : null}
      {mine.error && !application ? <ErrorState error={mine.error} onRetry={mine.retry} comfort="您的申请不受影响。" /> : null}
      {showsDone ? <Done application={showsDone} /> : null}
      {application !== undefined && !showsDone ? (
        <EmptyState
          title="还没有提交申请"
          why="填好各项内容，核对后提交"
          action={{ text: '去申请', onTap: () => replacePage(pages.apply(kind)) }}
        />
      ) : null}
    </Page>
  );
}
