import { momentInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import type { Review } from '../review-facts';

const outcomes = { upheld: '成立，重新提交会议', dismissed: '不成立，维持原决定' } as const;

/** What a meeting's rejection said and what the applicant was told, and their appeal. */
export function Outcome({ review, now }: { review: Review; now: Date }) {
  const { rejection, appeal } = review;
  return (
    <>
      {rejection ? (
        <Section title="会议未同意">
          <Card>
            <KeyValue
              facts={[
                ['决议', rejection.resolution],
                ['告知申请人', rejection.reason ?? '还没有写明原因，申请人现在看到的是决议'],
                ['可再申请', rejection.reapplyFrom ? momentInWords(rejection.reapplyFrom, now) : ''],
              ]}
            />
          </Card>
        </Section>
      ) : null}
      {appeal ? (
        <Section title="申诉">
          <Card>
            <View>{appeal.reason}</View>
            <KeyValue
              facts={[
                ['提出', momentInWords(appeal.at, now)],
                ['复核结果', appeal.outcome ? outcomes[appeal.outcome] : '等没有参加审查的人复核'],
                ['答复', appeal.answer ?? ''],
              ]}
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
