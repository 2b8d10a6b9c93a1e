import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './a11y';

/** A heading. Level 1 once per page: the headline is the answer ("11月27日开会讨论您的申请"), not the page's name. */
export function Heading({ level, children }: { level: 1 | 2 | 3; children: ReactNode }) {
  return (
    <View className={`h${level}`} {...aria({ role: 'heading', level })}>
      {children}
    </View>
  );
}
