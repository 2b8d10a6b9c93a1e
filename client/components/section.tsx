import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria, tappable } from './a11y';
import { Icon, type IconName } from './icon';

interface SectionProps {
  title: string;
  /** Number after the title, in red: how many wait. */
  count?: number;
  icon?: IconName;
  /** Title in the colour of danger, with an icon: overdue. */
  danger?: boolean;
  /** Quiet link at the right end. */
  action?: { text: string; onTap: () => void };
  children: ReactNode;
}

/** A titled part of a page; usually around one `Card` or `Rows`. */
export function Section({ title, count, icon, danger, action, children }: SectionProps) {
  return (
    <View className="sec">
      <View className="sec-head">
        <View className={danger ? 'h2 sec-title is-danger' : 'h2 sec-title'} {...aria({ role: 'heading', level: 2 })}>
          {icon ? <Icon name={icon} size="em" /> : null}
          {title}
          {count ? <View className="sec-count num">{count}</View> : null}
        </View>
        {action ? (
          <View className="sec-link" {...tappable(action.onTap, { role: 'link' })}>
            {action.text}
            <Icon name="go" size="s" />
          </View>
        ) : null}
      </View>
      {children}
    </View>
  );
}
