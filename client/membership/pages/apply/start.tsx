import { isUnitCategory } from '@shared/membership/categories';
import { type MemberKind, sectionsOf } from '@shared/membership/form';
import { organisation } from '@shared/organisation';
import { pages } from '@shared/pages';
import { draftRetentionDays, reviewWorkingDays } from '@shared/rules/rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { fieldId } from '../../../components/field';
import { Heading } from '../../../components/heading';
import { jumpTo } from '../../../components/jump';
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
import { KindChoice, UnitNeeds } from './unit-needs';

const stepsOf = (kind: MemberKind) => [
  `分 ${sectionsOf(kind).length} 项填写，填完核对并提交`,
  `提交后由${organisation.office}审查，${reviewWorkingDays.value} 个工作日内有结果`,
  '审查通过后，提交会议讨论',
  '会议同意，颁发会员编号和电子证书',
];

/** Before it begins: what is needed, why, and how long it is kept. */
export function StartPage({ kind: asked, again }: { kind: MemberKind; again: boolean }) {
  const start = useCommand('membership.startApplication', ['account.home']);
  const [kind, setKind] = useState(asked);
  const [category, setCategory] = useState('');
  const [tried, setTried] = useState(false);
  const isUnit = kind === 'unit';
  const begin = async () => {
    setTried(true);
    if (isUnit && !isUnitCategory(category)) return jumpTo(fieldId('category'));
    const application = await start.run({ kind, ...(isUnit && isUnitCategory(category) ? { category } : {}) });
    if (!application) return;
    replaceMyApplication(application);
    openPage(formPage(kind, nextOpen(application, application.form) ?? (isUnit ? 'unit' : 'identity')));
  };
  return (
    <Page
      title="入会申请"
      isPrivate
      footer={
        <BottomBar hint={`可以随时退出，填好的内容会保留 ${draftRetentionDays.value} 天`}>
          <Button id="start" busy={start.busy} onTap={() => void begin()}>
            {again && kind === asked ? '重新申请' : '开始申请'}
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
        <Heading level={1}>{`申请加入${organisation.name}`}</Heading>
        <View className="sub">{`约 ${isUnit ? 20 : 10} 分钟填完，填好的内容自动保存，可以分几次填。`}</View>
      </View>
      <KindChoice kind={kind} onKind={setKind} />
      {isUnit ? (
        <UnitNeeds
          category={category}
          onCategory={setCategory}
          error={tried && category === '' ? '请先选择您单位的类别' : undefined}
        />
      ) : (
        <Section title="请先准备好">
          <Rows>
            <ListRow icon="id" title="身份证或其他证件" sub="确认是您本人，避免重复入会" />
            <ListRow icon="phone" title="您的手机号码" sub="材料有疑问时联系您" />
            <ListRow icon="camera" title="一张证件照片" sub="可以现拍，印在会员证书上" />
          </Rows>
        </Section>
      )}
      <Section title="怎么办理">
        <Card>
          <View className="steps">
            {stepsOf(kind).map((step, index) => (
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
            <View>{`只用来办理入会，只有会员联络部、审查人和会议能看到。${isUnit ? '联系人和代表的手机' : '证件号码'}加密保存。`}</View>
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
