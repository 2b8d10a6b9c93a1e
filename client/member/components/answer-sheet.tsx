import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import type { Measure } from './measure-card';

/** What the member says to a measure under way. */
export function AnswerSheet({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const answer = useCommand('membership.answerMeasure', ['membership.myStanding']);
  const [text, setText] = useState(measure.answer ?? '');
  const [tried, setTried] = useState(false);
  const missing = text.trim() ? undefined : '请写下您的说明';
  const send = async () => {
    setTried(true);
    if (missing) return;
    if (await answer.run({ measureId: measure.id, version: measure.version, answer: text.trim() })) onClose();
  };
  return (
    <Sheet
      title="我的说明"
      onClose={onClose}
      footer={
        <BottomBar hint="参加表决的人会看到；表决前可以再改">
          <Button id="send-answer" busy={answer.busy} onTap={() => void send()}>
            交给会议
          </Button>
        </BottomBar>
      }
    >
      {answer.error ? (
        <Notice kind="danger" announce>
          {answer.error.message}
        </Notice>
      ) : null}
      <Field name="answer" label="说明" help="也可以另交书面材料给会员联络部" error={tried ? missing : undefined}>
        <TextArea value={text} onChange={setText} maxLength={1000} />
      </Field>
    </Sheet>
  );
}
