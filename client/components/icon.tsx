import { View } from '@tarojs/components';
import type { IconName } from '../theme/icon-names';

export type { IconName };

/**
 * One icon, in the colour of the text around it; decorative, so always beside a word.
 * `size`: s 16, m 20 (default), l 24 px, em = 1.2 × the text.
 */
export function Icon({
  name,
  size = 'm',
  className = '',
}: {
  name: IconName;
  size?: 's' | 'm' | 'l' | 'em';
  className?: string;
}) {
  return <View className={`i i-${name} i-${size} ${className}`} />;
}
