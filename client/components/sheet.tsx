import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { aria, tappable } from './a11y';
import { Icon } from './icon';
import { InSheet } from './sheet-context';
import { openSheet } from './sheet-focus';

interface SheetProps {
  title: string;
  onClose: () => void;
  /** The sheet's own buttons: a `BottomBar`. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A deliberate confirmation or a short reason, over the page. Draw it only while it is open; never a long form. */
export function Sheet({ title, onClose, footer, children }: SheetProps) {
  useEffect(() => openSheet(onClose), [onClose]);
  return (
    <View className="sheet-layer">
      <View className="scrim" onClick={onClose} catchMove {...aria({ hidden: true })} />
      <View className="sheet" id="sheet" {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="sheet-head">
          <View className="h2" {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View className="sheet-close" {...tappable(onClose, { label: '关闭' })}>
            <Icon name="close" size="l" />
          </View>
        </View>
        <View className="sheet-body">{children}</View>
        <InSheet.Provider value={true}>{footer}</InSheet.Provider>
      </View>
    </View>
  );
}
