import { fieldLabels, sectionLabels } from '@shared/labels';
import { fieldInWords } from '@shared/membership/field-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { KeyValue } from '../../components/key-value';
import { Section } from '../../components/section';
import { openPage } from '../../open-page';
import type { MemberView } from '../words';

type Detail = MemberView['details'][number];

/** Sections of the data, in the order of the form. */
export const sectionsOf = ({ details }: MemberView): readonly string[] => [
  ...new Set(details.map(({ field }) => field.slice(0, field.indexOf('.')))),
];

const shown = ({ field, value, masked }: Detail, open: boolean) => (open ? undefined : masked) ?? fieldInWords(field, value);

/** The data as they are on record; what is sensitive opens with a tap, here on one's own phone only. */
export function Details({ member }: { member: MemberView }) {
  const [open, setOpen] = useState(false);
  const sensitive = member.details.some(({ masked }) => masked !== null);
  return (
    <Section title="登记的信息">
      {sectionsOf(member).map((section) => (
        <Card key={section}>
          <View className="stack">
            <KeyValue
              facts={member.details
                .filter(({ field }) => field.startsWith(`${section}.`))
                .map((detail) => [fieldLabels[detail.field] ?? detail.field, shown(detail, open)])}
            />
            {member.can.change ? (
              <Button
                id={`change-${section}`}
                kind="quiet"
                small
                onTap={() => openPage(`member/pages/change/index?id=${member.id}&section=${section}`)}
              >
                {`更正${sectionLabels[section]?.title ?? '信息'}`}
              </Button>
            ) : null}
          </View>
        </Card>
      ))}
      {sensitive ? (
        <Button id="reveal-own" kind="quiet" small icon="id" onTap={() => setOpen(!open)}>
          {open ? '收起完整号码' : '显示完整号码'}
        </Button>
      ) : null}
      <View className="sub">{`信息有变动，请在 ${member.reportWithin.days} 天内更正（${member.reportWithin.source}）。`}</View>
    </Section>
  );
}
