import { View } from '@tarojs/components';
import { type ReactNode, useContext } from 'react';
import { aria } from './a11y';
import { InSheet } from './sheet-context';

interface BottomBarProps {
  /** The consequence, above the buttons: "提请后，列入 11月27日 会长办公会议题". */
  hint?: ReactNode;
  /** At most a quiet icon button, a secondary and the primary `Button`, in this order. */
  children: ReactNode;
}

/** The page's actions at the thumb: sticks to the bottom edge above the safe area. Give it to `Page` as `footer`. */
export function BottomBar({ hint, children }: BottomBarProps) {
  const label = useContext(InSheet) ? '弹窗操作' : '本页操作';
  return (
    <View className="bottombar" {...aria({ role: 'region', label })}>
      {hint ? <View className="bottombar-hint">{hint}</View> : null}
      <View className="bottombar-acts">{children}</View>
    </View>
  );
}
