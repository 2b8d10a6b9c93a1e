import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { reviewWorkingDays } from '@shared/rules/rules';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { Section } from '../../components/section';
import { openPage } from '../../open-page';

const STEPS = [
  ['提交申请', '手机上填写，随时可以停下'],
  ['审查', `${organisation.office}办理，一般不超过 ${reviewWorkingDays.value} 个工作日`],
  ['会议讨论', '由会长办公会讨论决定，会提前告诉您日期'],
  ['颁发证书', '生成会员编号和电子证书'],
] as const;

/** What membership is, for somebody who has nothing here yet; one primary button. */
export function Guest() {
  return (
    <View className="card">
      <View className="art-town" />
      <View className="card-pad stack">
        <Heading level={1}>和我们一起，把善事做好</Heading>
        <View className="sub">{`有意愿、有能力、有影响的单位和个人，都可以申请成为${organisation.name}会员。`}</View>
        <Button id="apply" onTap={() => openPage(pages.apply())}>
          申请入会
        </Button>
        <View className="cap center">个人约 10 分钟，单位约 20 分钟，可分几次填，内容自动保存</View>
        <Button id="claim" kind="quiet" onTap={() => openPage(pages.claimRecord())}>
          已是会员？登记找回
        </Button>
      </View>
    </View>
  );
}

/** The four steps from the application to the certificate. */
export function Steps() {
  return (
    <Section title="入会要走四步">
      <View className="card rows">
        {STEPS.map(([title, text], index) => (
          <View key={title} className="row">
            <View className="home-step num">{index + 1}</View>
            <View className="row-body">
              <View className="row-title">{title}</View>
              <View className="sub">{text}</View>
            </View>
          </View>
        ))}
      </View>
    </Section>
  );
}
