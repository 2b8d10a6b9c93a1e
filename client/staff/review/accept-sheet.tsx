import { errors, isErrorCode } from '@shared/contract/errors';
import type { Output } from '@shared/endpoints';
import { View } from '@tarojs/components';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';

type Row = Output<'membership.applications'>['rows'][number];

const changed = ['membership.applications', 'membership.reviewApplication', 'account.workbench', 'account.home'] as const;

interface AcceptSheetProps {
  rows: readonly Row[];
  onClose: () => void;
  /** What to say of it afterwards. */
  onDone: (text: string) => void;
}

/** The deliberate confirmation of accepting several at once; names those that could not be. */
export function AcceptSheet({ rows, onClose, onDone }: AcceptSheetProps) {
  const accept = useCommand('membership.acceptApplications', changed);
  const confirm = async () => {
    const answer = await accept.run({ applications: rows.map(({ id, version }) => ({ applicationId: id, version })) });
    if (!answer) return;
    const nameOf = (wanted: string) => rows.find(({ id }) => id === wanted)?.name ?? '';
    const left = answer.refused.map(({ id, code }) => `${nameOf(id)}：${isErrorCode(code) ? errors[code].text : code}`);
    onDone([`已受理 ${answer.accepted.length} 份`, ...left].join('；'));
  };
  return (
    <Sheet
      title={`受理 ${rows.length} 份申请？`}
      onClose={onClose}
      footer={
        <BottomBar hint="申请人会收到消息">
          <Button id="confirm-accept" busy={accept.busy} onTap={() => void confirm()}>
            受理这些申请
          </Button>
        </BottomBar>
      }
    >
      {accept.error ? (
        <Notice kind="danger" announce>
          {accept.error.message}
        </Notice>
      ) : null}
      <View>{rows.map(({ name }) => name).join('、')}</View>
    </Sheet>
  );
}
