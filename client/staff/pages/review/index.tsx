import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { useCall } from '../../../cloud/use-call';
import { ErrorSummary } from '../../../components/error-summary';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { ErrorState } from '../../../components/states';
import { TextArea } from '../../../components/text-input';
import { ChecklistEditor, ChecklistView, checklistErrors, finished } from '../../components/checklist';
import { InternalNote } from '../../components/internal-note';
import { ReviewHead, ReviewTrail, SubmittedForm } from '../../components/review-record';
import { Actions } from '../../review/actions';
import { Changes } from '../../review/changes';
import { Compliance, complianceErrors } from '../../review/compliance';
import { type Open, useDecisions } from '../../review/decisions';
import { type HalfWritten, useHalfWritten } from '../../review/half-written';
import { dropReview } from '../../review/kept-checklist';
import { Outcome } from '../../review/outcome';
import { Sheets } from '../../review/sheets';
import { QuietSteps } from '../../review/steps';
import type { Review } from '../../review-facts';
import { stillWrong, useChecked } from '../../use-checked';
import './index.css';

const conflictTexts = {
  own: '这是您本人提交的申请，按规定应当回避。',
  ownUnit: '这是您所代表单位的申请，按规定应当回避。',
  recommender: '您是推荐人，按规定应当回避。',
  entered: '这是您代办的申请，由别人审查。',
  named: '申请单位与您有关，按规定应当回避。',
} as const;
/** Judging and what is said to the next reviewer. */
function Judging({
  review,
  half,
  errorAt,
}: {
  review: Review;
  half: HalfWritten;
  errorAt: (name: string) => string | undefined;
}) {
  const { can, conditions } = review;
  return (
    <>
      {can.recommend ? (
        <>
          <ChecklistEditor draft={half.draft} conditions={conditions} onChange={half.setDraft} errorAt={errorAt} />
          <Field name="opinion" label="给复审和会议看的意见" help="申请人看不到" error={errorAt('opinion')}>
            <TextArea value={half.opinion} onChange={half.setOpinion} counted={false} />
          </Field>
        </>
      ) : null}
      {can.recommend || can.endorse ? <InternalNote value={half.internalNote} onChange={half.setInternalNote} /> : null}
    </>
  );
}

function ReviewScreen({ review }: { review: Review }) {
  const half = useHalfWritten(review);
  const { shown, tries, check } = useChecked();
  const [sheet, setSheet] = useState<Open>();
  const decisions = useDecisions(review);
  const close = useCallback(() => setSheet(undefined), []);
  const now = new Date();
  const { can, conditions } = review;

  const errors = [...checklistErrors(half.draft, conditions), ...complianceErrors(review.compliance)];
  if (!half.opinion.trim()) errors.push({ name: 'opinion', text: '请写初审意见' });
  const errorAt = (name: string) => stillWrong(shown, errors, name);
  const internalNote = half.internalNote.trim() || undefined;
  const onRecommend = async () => {
    const checklist = finished(half.draft, conditions);
    if (!check(errors) || !checklist) return;
    const input = { ...decisions.by, checklist, opinion: half.opinion.trim(), internalNote };
    if (await decisions.recommend.run(input)) dropReview(review.id);
  };
  const onEndorse = () => void decisions.endorse.run({ ...decisions.by, internalNote });
  return (
    <Page
      title="入会审查"
      isPrivate
      footer={
        <Actions
          review={review}
          decisions={decisions}
          onRecommend={() => void onRecommend()}
          onEndorse={onEndorse}
          onAsk={setSheet}
        />
      }
    >
      <ErrorSummary key={tries} errors={shown} />
      {decisions.error ? (
        <Notice kind="danger" announce>
          {decisions.error.message}
        </Notice>
      ) : null}
      <ReviewHead review={review} now={now} />
      {review.conflict ? <Notice kind="warn">{conflictTexts[review.conflict]}</Notice> : null}
      <Outcome review={review} now={now} />
      {review.changes ? <Changes changes={review.changes} /> : null}
      <SubmittedForm review={review} />
      <Compliance lines={review.compliance} onRecord={can.check ? ({ check: name }) => setSheet(name) : undefined} />
      {review.checklist ? <ChecklistView checklist={review.checklist} opinion={review.opinion} /> : null}
      <Judging review={review} half={half} errorAt={errorAt} />
      <QuietSteps review={review} onStep={setSheet} />
      <ReviewTrail review={review} now={now} />
      <Sheets sheet={sheet} review={review} decisions={decisions} close={close} />
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
