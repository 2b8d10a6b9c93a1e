import { dayInWords, momentInWords } from '@shared/dates';
import { applicationActionLabels, applicationStateLabels, fieldLabels, sectionLabels } from '@shared/labels';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { KeyValue } from '../../components/key-value';
import { ListRow, Rows } from '../../components/list-row';
import { Section } from '../../components/section';
import { StatusTag, Tags } from '../../components/status-tag';
import { dueInWords } from '../due';
import { cityName, countsInWords, nextStep, type Review } from '../review-facts';
import { FormSections } from './form-sections';
import { RevealedPerson } from './revealed-person';
import { UnitPapers } from './unit-papers';

/** Who applies and where it stands, at the top. */
export function ReviewHead({ review, now }: { review: Review; now: Date }) {
  const overdue = review.dueAt !== null && new Date(review.dueAt) < now;
  return (
    <Card>
      <View className="sec">
        <Tags>
          <StatusTag kind="info" icon="file">
            {applicationStateLabels[review.state]}
          </StatusTag>
          {review.marked ? (
            <StatusTag kind="warn" icon="pin">
              优先发展
            </StatusTag>
          ) : null}
          {review.dueAt ? (
            <StatusTag kind={overdue ? 'danger' : 'warn'} icon={overdue ? 'alert' : 'clock'}>
              {dueInWords({ kind: 'review', dueAt: review.dueAt, since: review.dueAt }, now)}
            </StatusTag>
          ) : null}
        </Tags>
        <View>
          <Heading level={1}>{review.form.unit?.name ?? review.form.identity?.name ?? '（未填姓名）'}</Heading>
          <View className="sub">{nextStep(review)}</View>
        </View>
        <KeyValue
          facts={[
            ['申请编号', review.reference],
            ['提交', review.submittedAt ? dayInWords(review.submittedAt, now) : ''],
            ['推荐人', review.form.purpose?.recommender],
            ['初审', review.firstReviewer?.name],
            ['复审', review.secondReviewer?.name],
            ['归口', cityName(review.city)],
            ['优先发展的理由', review.marked?.reason],
            ['以往申请', countsInWords(review.counts)],
          ]}
        />
      </View>
    </Card>
  );
}

/** What the applicant submitted, section by section, with the photograph. */
export function SubmittedForm({ review }: { review: Review }) {
  return (
    <>
      <FormSections
        form={review.form}
        reveal={review.can.reveal ? <RevealedPerson applicationId={review.id} isUnit={review.kind === 'unit'} /> : null}
      />
      <UnitPapers review={review} />
      {review.photoUrl ? (
        <Section title={sectionLabels.photo?.title ?? '照片'}>
          <Card>
            <Image
              className="review-photo"
              src={review.photoUrl}
              mode="aspectFill"
              ariaLabel="申请人照片"
              nativeProps={{ alt: '申请人照片' }}
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

/** Notes the applicant still has to answer, and what happened so far. */
export function ReviewTrail({ review, now }: { review: Review; now: Date }) {
  const notes = Object.entries(review.notes);
  return (
    <>
      {notes.length > 0 ? (
        <Section title="补正意见">
          <Card>
            <KeyValue facts={notes.map(([path, note]) => [fieldLabels[path] ?? path, note])} />
          </Card>
        </Section>
      ) : null}
      {review.sendBackReason ? (
        <Section title="复审退回的原因">
          <Card>
            <View>{review.sendBackReason}</View>
          </Card>
        </Section>
      ) : null}
      <History history={review.history} now={now} />
    </>
  );
}

/** What happened so far, when it is asked for. */
function History({ history, now }: { history: Review['history']; now: Date }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="history" kind="quiet" small icon="clock" onTap={() => setOpen(true)}>
        {`看办理经过（${history.length} 步）`}
      </Button>
    );
  return (
    <Section title="办理经过">
      <Rows>
        {history.map(({ action, at, by, note, cities }) => (
          <ListRow
            key={`${action}-${at}`}
            title={applicationActionLabels[action] ?? action}
            sub={
              <>
                <View>{`${momentInWords(at, now)}　${by}`}</View>
                {cities ? <View>{cities.map(cityName).join(' → ')}</View> : null}
                {note ? <View>{`内部备注：${note}`}</View> : null}
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
