import { dateForDocuments, momentInWords } from '@shared/dates';
import { memberKindLabels } from '@shared/labels';
import { pages } from '@shared/pages';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Heading } from '../../../components/heading';
import { KeyValue } from '../../../components/key-value';
import { ListRow, Rows } from '../../../components/list-row';
import { Notice, OfflineNotice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { openPage, replacePage } from '../../../open-page';
import type { Certificate } from '../../certificate/draw';
import { type Save, type SaveResult, saveTexts } from '../../certificate/save';
import { SheetCanvas } from '../../certificate/sheet-canvas';
import { certificateStatus } from '../../certificate/status';
import '../../components/membership.css';
import { tokenIn } from '../../verify-token';

function Facts({ certificate }: { certificate: Certificate }) {
  return (
    <Section title="证书内容">
      <Card>
        <KeyValue
          facts={[
            [certificate.kind === 'unit' ? '单位名称' : '姓名', certificate.name],
            ['类别', memberKindLabels[certificate.kind]],
            ['会员编号', <View className="num">{certificate.memberNumber}</View>],
            ['入会日期', dateForDocuments(certificate.admittedAt)],
            ['颁发日期', dateForDocuments(certificate.issuedAt)],
            ['依据', certificate.resolution],
          ]}
        />
      </Card>
    </Section>
  );
}

function Standing({ certificate, at }: { certificate: Certificate; at: Date }) {
  const { kind, title, why } = certificateStatus(certificate);
  return (
    <Notice kind={kind}>
      <View className="standing-line">
        <View className="med">{title}</View>
        <View className="cap">{`${momentInWords(at)} 核对`}</View>
      </View>
      {why ? <View className="sub">{why}</View> : null}
    </Notice>
  );
}

function Content({ certificate, at, onDrawn }: { certificate: Certificate; at: Date; onDrawn: (save: Save) => void }) {
  const token = tokenIn(certificate.verifyUrl);
  const isUnit = certificate.kind === 'unit';
  return (
    <>
      <View className="vh">
        <Heading level={1}>{`${certificate.name}的${isUnit ? '单位会员牌匾' : '会员证书'}`}</Heading>
      </View>
      <Standing certificate={certificate} at={at} />
      <View className={isUnit ? 'certificate-frame plaque' : 'certificate-frame'}>
        <SheetCanvas certificate={certificate} onDrawn={onDrawn} />
      </View>
      <Facts certificate={certificate} />
      {token ? (
        <Rows>
          <ListRow
            id="verify"
            icon="shield"
            title="别人扫码看到什么"
            sub={isUnit ? '名称只显示一部分' : '姓名只显示一部分，不显示照片'}
            onTap={() => openPage(pages.verify(token))}
          />
        </Rows>
      ) : null}
    </>
  );
}

/** The certificate of a member, or the plaque of the unit that `member` in the address names: to look at, to save as a picture, to print. Everything on it is repeated as text. */
export default function CertificatePage() {
  const { member } = useRouter().params;
  const mine = useCall('membership.myCertificate', member ? { memberId: member } : {}, {
    keep: (answer) => ({ ...answer, photoUrl: null }),
  });
  const [opened] = useState(() => new Date());
  const [save, setSave] = useState<{ run: Save }>();
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<SaveResult>();
  const onDrawn = useCallback((run: Save) => setSave({ run }), []);
  const certificate = mine.data;
  const none = mine.error?.code === 'notFound';
  const savePicture = async () => {
    setSaving(true);
    setResult(await save?.run());
    setSaving(false);
  };
  return (
    <Page
      title="会员证书"
      isPrivate
      busy={mine.loading}
      footer={
        certificate && certificateStatus(certificate).kind === 'ok' ? (
          <BottomBar hint="A4 大小的图片，适合打印">
            <Button id="save" icon="download" busy={saving} disabled={!save} onTap={() => void savePicture()}>
              保存打印图
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <OfflineNotice savedAt={mine.savedAt} />
      {result && result !== 'cancelled' ? (
        <Notice kind={result === 'saved' ? 'ok' : 'warn'} announce>
          {saveTexts[result]}
        </Notice>
      ) : null}
      {mine.loading ? <Skeleton kind="card" count={6} /> : null}
      {none && !certificate ? (
        <EmptyState
          title="还没有会员证书"
          why="会议同意入会后，证书会出现在这里"
          action={{ text: '查看申请进度', onTap: () => replacePage(pages.track()) }}
        />
      ) : null}
      {mine.error && !none && !certificate ? (
        <ErrorState error={mine.error} onRetry={mine.retry} comfort="您的证书不受影响。" />
      ) : null}
      {certificate ? <Content certificate={certificate} at={mine.savedAt ?? opened} onDrawn={onDrawn} /> : null}
    </Page>
  );
}
