import { View } from '@tarojs/components';
import { tappable } from './a11y';
import { Icon } from './icon';

interface MemberCardProps {
  name: string;
  /** 个人会员 or 单位会员. */
  kind: string;
  number: string;
  /** The standing as a word; `good` draws the check. */
  standing: string;
  good: boolean;
  /** 2026年3月8日. */
  since: string;
  onTap: () => void;
}

/** The red card of a member; the whole of it opens the certificate. */
export function MemberCard({ name, kind, number, standing, good, since, onTap }: MemberCardProps) {
  return (
    <View className="mcard" {...tappable(onTap, { role: 'link' })}>
      <View className="mcard-top">
        <Icon name="jasmine" className="mcard-art" />
        <View className="mcard-name">
          {name}
          <View className="mcard-standing">
            <Icon name={good ? 'check' : 'alert'} size="em" />
            {standing}
          </View>
        </View>
        <View className="mcard-number">
          {kind}
          <View className="nb num">{number}</View>
        </View>
      </View>
      <View className="mcard-foot">
        {`${since}入会`}
        <View className="mcard-show">
          <Icon name="qr" />
          出示会员证书
          <Icon name="go" size="s" />
        </View>
      </View>
    </View>
  );
}
