import type { Output } from '@shared/endpoints';
import type { PaperKind } from '@shared/membership/assist';
import { paperLabels, unitPaperLabel } from '@shared/membership/claim-labels';
import { Image, View } from '@tarojs/components';
import { call } from '../../cloud/call';
import { newRequestId } from '../../cloud/request-id';
import { useRefresh } from '../../cloud/use-call';
import { useUpload } from '../../cloud/use-upload';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import './signed-paper.css';

export type Assisted = Output<'membership.application'>;

/** The scan of one signed paper: photographed or chosen, uploaded and attached at once. */
export function SignedPaper({ application, paper }: { application: Assisted; paper: PaperKind }) {
  const refresh = useRefresh();
  const { id: applicationId, version, kind, assisted } = application;
  const upload = useUpload(async (fileId) => {
    await call('membership.attachSignedPaper', { applicationId, version, paper, fileId }, newRequestId());
    refresh('membership.application');
  });
  const { title = '', hint = '' } = kind === 'unit' ? unitPaperLabel : (paperLabels[paper] ?? {});
  const shown = assisted?.papers[paper];
  return (
    <Section title={title}>
      <Card>
        <View className="stack">
          <View className="sub">{hint}</View>
          {upload.error ? (
            <Notice kind="danger" announce>
              {upload.error}
            </Notice>
          ) : null}
          {shown ? (
            <Image className="signed-paper" src={shown} mode="aspectFit" ariaLabel={title} nativeProps={{ alt: title }} />
          ) : null}
          {upload.again ? (
            <Button id={`again-${paper}`} kind="secondary" icon="retry" onTap={upload.again}>
              再传一次
            </Button>
          ) : null}
          <Button id={`take-${paper}`} kind="secondary" icon="camera" busy={upload.busy} onTap={() => upload.pick('camera')}>
            {shown ? '重拍纸件' : '拍下纸件'}
          </Button>
          <Button id={`pick-${paper}`} kind="quiet" icon="attach" busy={upload.busy} onTap={() => upload.pick('album')}>
            从相册选
          </Button>
        </View>
      </Card>
    </Section>
  );
}
