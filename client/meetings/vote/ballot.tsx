import { choices } from '@shared/governance/voting';
import { choiceLabels } from '@shared/labels';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { ListRow, Rows } from '../../components/list-row';
import { Notice } from '../../components/notice';
import { StatusTag } from '../../components/status-tag';
import { applicationFacts, type Item, itemName, subjectOf } from '../meeting/facts';

/** Why this seat may only recuse itself; in a batch, because of whom. */
function recusalText(item: Item): string {
  const own = item.applications.filter((application) => application.own).map(({ subject }) => subject);
  if (own.length === 0) return '您与当事人有关联，按规定应当回避。';
  return `您与${own.join('、')}有关联，整项都应当回避；要对其他人表决，请会议秘书先把${own.length > 1 ? '他们' : '这一位'}单列出来。`;
}

/** What is voted on now: the question, everybody in a batch by name, and the choices this seat has. */
export function Ballot({ item, choice, onChange }: { item: Item; choice: string; onChange: (choice: string) => void }) {
  const allowed = choices.filter((value) => !item.mustRecuse || value === 'recuse');
  return (
    <>
      <Card>
        <View className="sec">
          <StatusTag>{itemName(item.order)}</StatusTag>
          <Heading level={2}>{subjectOf(item)}</Heading>
          {item.text ? <View>{item.text}</View> : null}
          {item.mustRecuse ? <Notice kind="warn">{recusalText(item)}</Notice> : null}
          {item.can.castVote ? (
            <Field name="choice" label="您的表决">
              <Choice
                value={choice}
                onChange={onChange}
                options={allowed.map((value) => ({ value, label: choiceLabels[value] }))}
              />
            </Field>
          ) : null}
        </View>
      </Card>
      {item.applications.length > 0 ? (
        <Rows>
          {item.applications.map((application, index) => (
            <ListRow
              key={application.applicationId}
              title={`${index + 1}. ${application.subject}`}
              sub={applicationFacts(application)}
              end={application.own ? <StatusTag kind="warn">与您有关联</StatusTag> : undefined}
            />
          ))}
        </Rows>
      ) : null}
    </>
  );
}
