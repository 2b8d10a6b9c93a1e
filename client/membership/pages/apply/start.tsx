import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { draftRetentionDays, reviewWorkingDays } from '@shared/rules/rules';
import { View } from '@tarojs/components';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { openPage } from '../../../open-page';
import { formPage } from '../../addresses';
import { nextOpen } from '../../after-section';
import { HelpRow } from '../../components/help-row';
import '../../components/membership.css';
import { replaceMyApplication } from '../../my-application';

const steps = [
  '分 5 项填写，填完核对并提交',
  `提交后由${organisation.office}审查，${reviewWorkingDays.value} 个工作日内有结果`,
  '审查通过后，提交会议讨论',
  '会议同意，颁发会员编号和电子证书',
];

/** Before it begins: what is needed, why, and how long it is kept. */
export function StartPage({ again }: { again: boolean }) {
  const start = useCommand('membership.startApplication', ['account.home']);
  const begin = async () => {
    const application = await start.run({ kind: 'individual' });
    if (!application) return;
    replaceMyApplication(application);
    openPage(formPage(nextOpen(application.form) ?? 'identity'));
  };
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar hint={`可以随时退出，填好的内容会保留 ${draftRetentionDays.value} 天`}>
          <Button id="start" busy={start.busy} onTap={() => void begin()}>
            {again ? '重新申请' : '开始申请'}
          </Button>
        </BottomBar>
      }
    >
      {start.error ? (
        <Notice kind="danger" announce>
          {start.error.message}
        </Notice>
      ) : null}
      <View>
        <View className="sub">个人会员</View>
        <Heading level={1}>{`申请加入${organisation.name}`}</Heading>
        <View className="sub">大约 10 分钟填完，填好的内容自动保存，可以分几次填。</View>
      </View>
      <Section title="请先准备好">
        <Rows>
          <ListRow icon="id" title="身份证或其他证件" sub="确认是您本人，避免重复入会" />
          <ListRow icon="phone" title="您的手机号码" sub="材料有疑问时联系您" />
          <ListRow icon="camera" title="一张证件照片" sub="可以现拍，印在会员证书上" />
        </Rows>
      </Section>
      <Section title="怎么办理">
        <Card>
          <View className="steps">
            {steps.map((step, index) => (
              <View key={step} className="steps-row">
                <View className="steps-number num">{index + 1}</View>
                <View>{step}</View>
              </View>
            ))}
          </View>
        </Card>
      </Section>
      <Section title="您的信息怎么用">
        <Card>
          <View className="stack">
            <View>只用来办理入会，只有会员联络部、审查人和会议能看到。证件号码加密保存。</View>
            <View className="sub">
              {`没提交的草稿保留 ${draftRetentionDays.value} 天；未入会的，办结一年后删除；入会后保存至退会。您可以随时查看、更正或撤回。`}
            </View>
          </View>
        </Card>
      </Section>
      <Rows>
        <ListRow
          id="claim"
          icon="member"
          title="已是会员？登记找回"
          sub="以前入会，或换了手机、微信号"
          onTap={() => openPage(pages.claimRecord())}
        />
      </Rows>
      <HelpRow title="不方便在手机上填？可以来办公室代办" />
    </Page>
  );
}
