import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** White surface with a hairline. `pad` (16 px) unless the children bring their own, as rows do. No card in a card. */
export function Card({ children, pad = true, id }: { children: ReactNode; pad?: boolean; id?: string }) {
  return (
    <View id={id} className={pad ? 'card card-pad' : 'card'}>
      {children}
    </View>
  );
}
