import { type ConsentKey, consents, requiredConsents } from '@shared/membership/consents';
import type { MemberKind } from '@shared/membership/form';
import { View } from '@tarojs/components';
import { Agreement } from '../../../components/choice';
import { Icon } from '../../../components/icon';
import { Section } from '../../../components/section';
import '../../components/membership.css';

const agreeTexts: Readonly<Record<ConsentKey, string>> = {
  processing: '我已读过，同意这样处理我的个人信息',
  sensitive: '我单独同意处理我的证件号码',
  commitment: '我作出以上承诺',
  unitProcessing: '我已读过，同意这样处理所填的信息',
  unitCommitment: '我代表本单位作出以上承诺',
};

interface ConsentsProps {
  kind: MemberKind;
  given: readonly ConsentKey[];
  onChange: (given: readonly ConsentKey[]) => void;
  /** True once submit was tried: what is missing is marked. */
  asked: boolean;
  /** Entered by an officer: the person agreed on the paper that they signed. */
  onPaper: boolean;
}

/** The texts in full, each with its version and a box of its own that is never ticked beforehand. */
export function Consents({ kind, given, onChange, asked, onPaper }: ConsentsProps) {
  return (
    <Section title={onPaper ? '请核对纸件，逐条确认' : '请阅读并确认'}>
      <View className="stack-l">
        {requiredConsents(kind).map(({ key, version }) => {
          const checked = given.includes(key);
          const wrong = asked && !checked;
          return (
            <View key={key} id={`field-consent-${key}`} className={wrong ? 'consent field is-wrong' : 'consent'}>
              <View className="consent-text">
                <View className="med">{consents[key].title}</View>
                <View>{consents[key].text}</View>
                <View className="cap">{`第 ${version} 版`}</View>
              </View>
              {wrong ? (
                <View className="field-error">
                  <Icon name="alert" size="em" />
                  <View>还没有确认这一条</View>
                </View>
              ) : null}
              <Agreement
                checked={checked}
                label={onPaper ? '本人（或监护人）已在纸件上签字同意' : agreeTexts[key]}
                onChange={(on) => onChange(on ? [...given, key] : given.filter((other) => other !== key))}
              />
            </View>
          );
        })}
      </View>
    </Section>
  );
}

/** Rows for the error summary: what is not yet agreed to. */
export function missingConsents(kind: MemberKind, given: readonly ConsentKey[]) {
  return requiredConsents(kind)
    .map(({ key }) => key)
    .filter((key) => !given.includes(key))
    .map((key) => ({ name: `consent.${key}`, text: `${consents[key].title}还没有确认` }));
}
