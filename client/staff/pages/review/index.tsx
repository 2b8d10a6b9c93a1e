import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { useCommand } from '../../../cloud/use-command';
import { BottomBar } from '../../../components/bottom-bar';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { TextArea } from '../../../components/text-input';
import { ChecklistEditor, ChecklistView, checklistErrors, emptyChecklist, finished } from '../../components/checklist';
import { ReasonSheet } from '../../components/reason-sheet';
import { ReturnSheet } from '../../components/return-sheet';
import { ReviewHead, ReviewTrail, SubmittedForm } from '../../components/review-record';
import type { Review } from '../../review-facts';
import { stillWrong, useChecked } from '../../use-checked';
import './index.css';

const conflictTexts = {
  own: '这是您本人的申请，按规定应当回避。',
  ownUnit: '这是您所代表单位的申请，按规定应当回避。',
  recommender: '您是推荐人，按规定应当回避。',
  entered: '这是您代办的申请，由别人审查。',
} as const;
const changed = ['membership.reviewApplication', 'account.workbench', 'account.home'] as const;

/** Everything an officer can do with one application, as the server allows it. */
function useDecisions(review: Review) {
  const accept = useCommand('membership.acceptApplication', changed);
  const recommend = useCommand('membership.recommendApplication', changed);
  const sendBack = useCommand('membership.sendBackApplication', changed);
  const returning = useCommand('membership.returnApplication', changed);
  const endorse = useCommand('membership.endorseApplication', changed);
  const error = accept.error ?? recommend.error ?? endorse.error;
  return { accept, recommend, sendBack, returning, endorse, error, by: { applicationId: review.id, version: review.version } };
}

interface ScreenProps {
  review: Review;
  decisions: ReturnType<typeof useDecisions>;
}

/** The two or three buttons that this state and this person have. */
function Actions({
  review,
  decisions,
  onRecommend,
  onAsk,
}: ScreenProps & { onRecommend: () => void; onAsk: (sheet: 'return' | 'sendBack') => void }) {
  const { accept, recommend, endorse, by } = decisions;
  if (review.can.accept) {
    return (
      <BottomBar hint="受理后开始审查，申请人会收到消息">
        <Button id="accept" busy={accept.busy} onTap={() => void accept.run(by)}>
          受理申请
        </Button>
      </BottomBar>
    );
  }
  if (review.can.recommend) {
    return (
      <BottomBar hint="通过后，由另一位审查人复审">
        <Button id="open-return" kind="secondary" onTap={() => onAsk('return')}>
          退回补正
        </Button>
        <Button id="recommend" busy={recommend.busy} onTap={onRecommend}>
          初审通过
        </Button>
      </BottomBar>
    );
  }
  if (!review.can.endorse) return null;
  return (
    <BottomBar hint="通过后，等待列入会议议题">
      <Button id="open-send-back" kind="secondary" onTap={() => onAsk('sendBack')}>
        退回初审
      </Button>
      <Button id="endorse" busy={endorse.busy} onTap={() => void endorse.run(by)}>
        复审通过
      </Button>
    </BottomBar>
  );
}

function Sheets({
  sheet,
  decisions,
  close,
}: {
  sheet: 'return' | 'sendBack' | undefined;
  decisions: ScreenProps['decisions'];
  close: () => void;
}) {
  const { returning, sendBack, by } = decisions;
  if (sheet === 'return') {
    return (
      <ReturnSheet
        onClose={close}
        busy={returning.busy}
        failure={returning.error?.message}
        onReturn={(texts) => {
          const notes = Object.entries(texts).map(([field, note]) => ({ field, note }));
          void returning.run({ ...by, notes }).then((done) => done && close());
        }}
      />
    );
  }
  if (sheet !== 'sendBack') return null;
  return (
    <ReasonSheet
      title="退回初审"
      action="退回初审"
      label="退回的原因"
      consequence="回到初审人手中，申请人看不到原因"
      maxLength={500}
      templates="sendBack"
      onClose={close}
      busy={sendBack.busy}
      failure={sendBack.error?.message}
      onConfirm={(reason) => void sendBack.run({ ...by, reason }).then((done) => done && close())}
    />
  );
}

function ReviewScreen({ review }: { review: Review }) {
  const [draft, setDraft] = useState(emptyChecklist);
  const [opinion, setOpinion] = useState('');
  const { shown, tries, check } = useChecked();
  const [sheet, setSheet] = useState<'return' | 'sendBack'>();
  const decisions = useDecisions(review);
  const close = useCallback(() => setSheet(undefined), []);
  const now = new Date();
  const { can } = review;

  const errors = checklistErrors(draft);
  if (!opinion.trim()) errors.push({ name: 'opinion', text: '请写初审意见' });
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const onRecommend = async () => {
    const checklist = finished(draft);
    if (check(errors) && checklist) await decisions.recommend.run({ ...decisions.by, checklist, opinion: opinion.trim() });
  };
  return (
    <Page
      title="入会审查"
      isPrivate
      footer={<Actions review={review} decisions={decisions} onRecommend={() => void onRecommend()} onAsk={setSheet} />}
    >
      <ErrorSummary key={tries} errors={shown} />
      {decisions.error ? (
        <Notice kind="danger" announce>
          {decisions.error.message}
        </Notice>
      ) : null}
      <ReviewHead review={review} now={now} />
      {review.conflict ? <Notice kind="warn">{conflictTexts[review.conflict]}</Notice> : null}
      <SubmittedForm review={review} />
      {review.checklist ? <ChecklistView checklist={review.checklist} opinion={review.opinion} /> : null}
      {can.recommend ? <ChecklistEditor draft={draft} onChange={setDraft} errorAt={errorAt} /> : null}
      {can.recommend ? (
        <Field name="opinion" label="给复审和会议看的意见" help="申请人看不到" error={errorAt('opinion')}>
          <TextArea value={opinion} onChange={setOpinion} />
        </Field>
      ) : null}
      <ReviewTrail review={review} now={now} />
      <Sheets sheet={sheet} decisions={decisions} close={close} />
    </Page>
  );
}

export default function ReviewPage() {
  const { id } = useRouter().params;
  const { data, error, loading, retry } = useCall('membership.reviewApplication', { applicationId: id ?? '' });
  if (data) return <ReviewScreen key={data.state} review={data} />;
  return (
    <Page title="入会审查" isPrivate busy={loading}>
      {error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="card" count={6} />}
    </Page>
  );
}
