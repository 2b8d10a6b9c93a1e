import { dateForDocuments, momentInWords } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { certificateEventLabels, memberKindLabels, standingLabels } from '@shared/labels';
import { organisation } from '@shared/organisation';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { KeyValue } from '../../../components/key-value';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Section } from '../../../components/section';
import { Skeleton } from '../../../components/skeleton';
import { EmptyState, ErrorState } from '../../../components/states';
import { voidWords } from '../../certificate/status';
import { BigSign } from '../../components/big-sign';
import { HelpRow } from '../../components/help-row';
import '../../components/membership.css';
import { canScan, scan } from '../../scan';
import { tokenIn, tokenOf } from '../../verify-token';

type Verified = Output<'membership.verifyCertificate'>;
type Certificate = NonNullable<Verified['certificate']>;

function History({ certificate }: { certificate: Certificate }) {
  return (
    <Section title="证书记录">
      <Card>
        <View className="stack">
          {certificate.history.map(({ event, at }) => (
            <View key={`${event}${at}`} className="history-row">
              <View className="history-day nb">{dateForDocuments(at)}</View>
              <View>{certificateEventLabels[event] ?? event}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  );
}

function Known({ certificate, inForce, checkedAt }: { certificate: Certificate; inForce: boolean; checkedAt: string }) {
  const { title, text } = inForce ? { title: '证书有效', text: `${momentInWords(checkedAt)} 实时核对` } : voidWords(certificate);
  return (
    <>
      <BigSign kind={inForce ? 'ok' : 'danger'} icon={inForce ? 'check' : 'close'} title={title}>
        {text}
      </BigSign>
      <Card>
        <KeyValue
          facts={[
            ['持证人', certificate.maskedName],
            ['类别', memberKindLabels[certificate.kind]],
            ['会员编号', <View className="num">{certificate.memberNumber}</View>],
            ['会籍', standingLabels[certificate.standing] ?? certificate.standing],
            ['颁发日期', dateForDocuments(certificate.issuedAt)],
          ]}
        />
      </Card>
      {inForce ? null : <Notice kind="warn">如有人仍出示此证书办事或募款，请不要付款，并告诉我们。</Notice>}
      <History certificate={certificate} />
      <View className="sub center bal">
        {`本页只证明这张证书由${organisation.name}颁发${inForce ? '，此刻有效' : '过'}。为保护个人信息，姓名只显示一部分，请与证书上的编号核对。`}
      </View>
    </>
  );
}

function Result({ verified }: { verified: Verified }) {
  const { status, certificate, checkedAt } = verified;
  if (certificate) return <Known certificate={certificate} inForce={status === 'inForce'} checkedAt={checkedAt} />;
  return (
    <>
      <BigSign kind="danger" icon="close" title="查不到这张证书">
        {`它不是${organisation.name}颁发的，或者二维码不完整。`}
      </BigSign>
      <Notice kind="warn">请再扫一次证书原件上的二维码。仍查不到的，请不要凭它办事或付款。</Notice>
      <View className="sub center">{`${momentInWords(checkedAt)} 实时核对`}</View>
    </>
  );
}

/** Public, without signing in: whether the certificate whose code was scanned is genuine and in force at this moment. */
export default function VerifyPage() {
  const opened = tokenOf(useRouter().params);
  const [scanned, setScanned] = useState<string>();
  const [foreign, setForeign] = useState(false);
  const token = scanned ?? opened;
  const check = useCall('membership.verifyCertificate', { token: token ?? '' }, { enabled: token !== undefined });
  const scanAgain = async () => {
    const address = await scan();
    if (address === undefined) return;
    const found = tokenIn(address);
    setForeign(found === undefined);
    if (found) setScanned(found);
  };
  return (
    <Page
      title="证书查验"
      busy={token !== undefined && check.loading}
      footer={
        canScan ? (
          <BottomBar>
            <Button id="scan" kind={token ? 'secondary' : 'primary'} icon="scan" onTap={() => void scanAgain()}>
              {token ? '再扫一张' : '扫一扫证书'}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {foreign ? (
        <Notice kind="warn" announce>
          这不是会员证书上的二维码。
        </Notice>
      ) : null}
      {token === undefined ? (
        <EmptyState title="扫证书上的二维码" why="对准会员证书左下角的二维码，就能看到它是不是真的、现在有没有效。" />
      ) : null}
      {token !== undefined && check.loading ? <Skeleton kind="card" count={5} /> : null}
      {check.error && !check.data ? <ErrorState error={check.error} onRetry={check.retry} /> : null}
      {check.data ? <Result verified={check.data} /> : null}
      {token === undefined || check.loading ? null : <HelpRow title="有疑问？" />}
    </Page>
  );
}
