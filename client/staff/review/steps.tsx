import { cities } from '@shared/cities';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { CityPicker } from '../../components/city-picker';
import { Field } from '../../components/field';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-input';
import { ReasonSheet } from '../components/reason-sheet';
import { cityName, type Review } from '../review-facts';

const changed = ['membership.reviewApplication', 'membership.applications', 'account.workbench', 'account.home'] as const;

interface StepProps {
  review: Review;
  onClose: () => void;
}

const seen = (review: Review) => ({ applicationId: review.id, version: review.version });

function MarkSheet({ review, onClose }: StepProps) {
  const mark = useCommand('membership.markApplication', changed);
  const marked = !review.marked;
  return (
    <ReasonSheet
      title={marked ? '标记优先发展' : '取消优先标记'}
      action={marked ? '标记优先发展' : '取消优先标记'}
      label="理由"
      consequence="只影响议题的先后，不影响审查和表决"
      maxLength={200}
      onClose={onClose}
      busy={mark.busy}
      failure={mark.error?.message}
      onConfirm={(reason) => void mark.run({ ...seen(review), marked, reason }).then((done) => done && onClose())}
    />
  );
}

function AssignSheet({ review, onClose }: StepProps) {
  const assign = useCommand('membership.assignCity', changed);
  const [city, setCity] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = { city: city ? undefined : '请选择城市', reason: reason.trim() ? undefined : '请填写理由' };
  const confirm = () => {
    setTried(true);
    if (missing.city || missing.reason) return;
    void assign.run({ ...seen(review), city, reason: reason.trim() }).then((done) => done && onClose());
  };
  return (
    <Sheet
      title="变更归口"
      onClose={onClose}
      footer={
        <BottomBar hint={`${cityName(review.city)}的工作人员将看不到这份申请`}>
          <Button id="confirm-assign" busy={assign.busy} onTap={confirm}>
            变更归口
          </Button>
        </BottomBar>
      }
    >
      {assign.error ? (
        <Notice kind="danger" announce>
          {assign.error.message}
        </Notice>
      ) : null}
      <Field name="assign.city" label="归哪个城市" error={tried ? missing.city : undefined}>
        <CityPicker cities={cities} value={city} onChange={setCity} />
      </Field>
      <Field name="assign.reason" label="理由" error={tried ? missing.reason : undefined}>
        <TextArea value={reason} onChange={setReason} maxLength={200} />
      </Field>
    </Sheet>
  );
}

function ExplainSheet({ review, onClose }: StepProps) {
  const explain = useCommand('membership.explainRejection', changed);
  return (
    <ReasonSheet
      title="告知未通过的原因"
      action="告知申请人"
      label="写给申请人的原因"
      consequence="申请人会收到消息，从今天起可以申诉"
      maxLength={500}
      templates="reject"
      withNote
      onClose={onClose}
      busy={explain.busy}
      failure={explain.error?.message}
      onConfirm={(reason, internalNote) =>
        void explain.run({ ...seen(review), reason, internalNote }).then((done) => done && onClose())
      }
    />
  );
}

function AppealSheet({ review, outcome, onClose }: StepProps & { outcome: 'upheld' | 'dismissed' }) {
  const decide = useCommand('membership.decideAppeal', changed);
  const upheld = outcome === 'upheld';
  return (
    <ReasonSheet
      title={upheld ? '申诉成立' : '申诉不成立'}
      action={upheld ? '重新提交会议' : '维持原决定'}
      label="写给申请人的理由"
      consequence={upheld ? '申请回到待会议讨论，由下一次会议重新表决' : '维持会议的决定，申请人不能再申诉'}
      maxLength={500}
      templates="appeal"
      withNote
      onClose={onClose}
      busy={decide.busy}
      failure={decide.error?.message}
      onConfirm={(reason, internalNote) =>
        void decide.run({ ...seen(review), outcome, reason, internalNote }).then((done) => done && onClose())
      }
    />
  );
}

export type Step = 'mark' | 'assign' | 'explain' | 'upheld' | 'dismissed';

/** The sheet of a step that is no move of the review itself. */
export function StepSheet({ step, ...props }: StepProps & { step: Step }) {
  if (step === 'mark') return <MarkSheet {...props} />;
  if (step === 'assign') return <AssignSheet {...props} />;
  if (step === 'explain') return <ExplainSheet {...props} />;
  return <AppealSheet outcome={step} {...props} />;
}

/** Steps that lead nowhere else: the mark, and the city federation. */
export function QuietSteps({ review, onStep }: { review: Review; onStep: (step: Step) => void }) {
  const { can } = review;
  const marks = can.mark || can.unmark;
  if (!marks && !can.assign) return null;
  return (
    <Rows>
      {marks ? (
        <ListRow
          id="open-mark"
          icon="pin"
          title={can.mark ? '标记优先发展' : '取消优先标记'}
          sub="只影响议题的先后"
          onTap={() => onStep('mark')}
        />
      ) : null}
      {can.assign ? (
        <ListRow
          id="open-assign"
          icon="switch"
          title="变更归口"
          sub={`现在归${cityName(review.city)}`}
          onTap={() => onStep('assign')}
        />
      ) : null}
    </Rows>
  );
}
