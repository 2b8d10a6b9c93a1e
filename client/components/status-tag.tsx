import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type TagKind = 'ok' | 'warn' | 'danger' | 'info' | 'gold' | 'plain' | 'line';

/** A state as a word with colour, and an icon when it asks for action. `gold` for honour only. */
export function StatusTag({ kind = 'plain', icon, children }: { kind?: TagKind; icon?: IconName; children: ReactNode }) {
  return (
    <View className={`tag tag-${kind}`}>
      {icon ? <Icon name={icon} size="em" /> : null}
      {children}
    </View>
  );
}

/** Tags side by side, wrapping. */
export function Tags({ children }: { children: ReactNode }) {
  return <View className="tags">{children}</View>;
}
