import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './a11y';

interface BottomBarProps {
  /** The consequence, above the buttons: "提请后，列入 11月27日 会长办公会议题". */
  hint?: ReactNode;
  /** At most a quiet icon button, a secondary and the primary `Button`, in this order. */
  children: ReactNode;
}

/** The page's actions at the thumb: sticks to the bottom edge above the safe area. Give it to `Page` as `footer`. */
export function BottomBar({ hint, children }: BottomBarProps) {
  return (
    <View className="bottombar" {...aria({ role: 'region', label: '本页操作' })}>
      {hint ? <View className="bottombar-hint">{hint}</View> : null}
      <View className="bottombar-acts">{children}</View>
    </View>
  );
}
