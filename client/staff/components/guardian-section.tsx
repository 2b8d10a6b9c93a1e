import { type Guardian, guardianRelations } from '@shared/membership/assist';
import { guardianRelationLabels } from '@shared/membership/claim-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../cloud/use-command';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Choice } from '../../components/choice';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { Section } from '../../components/section';
import { TextInput } from '../../components/text-input';
import type { Assisted } from './signed-paper';

type Relation = Guardian['relation'];

const options = guardianRelations.map((value) => ({ value, label: guardianRelationLabels[value] ?? value }));

/** Who decides for a child: below the age of the rule the application is not taken without. */
export function GuardianSection({ application }: { application: Assisted }) {
  const saved = application.assisted?.guardian;
  const [name, setName] = useState(saved?.name ?? '');
  const [relation, setRelation] = useState<Relation | undefined>(saved?.relation);
  const [mobile, setMobile] = useState(saved?.mobile ?? '');
  const [asked, setAsked] = useState(false);
  const save = useCommand('membership.saveGuardian', ['membership.application']);
  const missing = {
    name: name.trim() ? undefined : '请填写监护人姓名',
    relation: relation ? undefined : '请选择与申请人的关系',
    mobile: /^1[3-9]\d{9}$/.test(mobile.trim()) ? undefined : '手机号码应是 1 开头的 11 位数字',
  };
  const send = () => {
    setAsked(true);
    if (!relation || missing.name || missing.mobile) return;
    const guardian = { name: name.trim(), relation, mobile: mobile.trim() };
    void save.run({ applicationId: application.id, version: application.version, guardian });
  };
  const shown = (field: keyof typeof missing) => (asked ? missing[field] : undefined);
  return (
    <Section title="监护人">
      <Card>
        <View className="stack">
          <View className="sub">未满 14 周岁由监护人决定，须到场签字同意。</View>
          <Failure error={save.error} />
          <Field name="guardian.name" label="监护人姓名" error={shown('name')}>
            <TextInput value={name} onChange={setName} maxLength={50} />
          </Field>
          <Field name="guardian.relation" label="与申请人的关系" error={shown('relation')}>
            <Choice
              value={relation ?? ''}
              onChange={(value) => setRelation(value as Relation)}
              options={options}
              layout="chips"
            />
          </Field>
          <Field
            name="guardian.mobile"
            label="监护人手机"
            error={shown('mobile')}
            why={{
              title: '为什么要填监护人手机',
              text: '材料有疑问时联系监护人。只有经办和审查的工作人员能看到，审查时隐去中间几位。',
            }}
          >
            <TextInput value={mobile} onChange={setMobile} maxLength={11} keyboard="number" />
          </Field>
          <Button id="save-guardian" kind="secondary" busy={save.busy} onTap={send}>
            {saved ? '保存修改' : '保存监护人'}
          </Button>
        </View>
      </Card>
    </Section>
  );
}
