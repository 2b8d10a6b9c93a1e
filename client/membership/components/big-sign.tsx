import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '../../components/a11y';
import { Icon, type IconName } from '../../components/icon';
import './membership.css';

/** The answer of a page as a large sign, a word and a sentence, in the middle. */
export function BigSign({
  kind,
  icon,
  title,
  children,
}: {
  kind: 'ok' | 'danger' | 'plain';
  icon: IconName;
  title: string;
  children?: ReactNode;
}) {
  return (
    <View className={`sign sign-${kind}`}>
      <View className="sign-disc">
        <Icon name={icon} className="sign-icon" />
      </View>
      <View className="sign-title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
      {children ? <View className="bal">{children}</View> : null}
    </View>
  );
}
