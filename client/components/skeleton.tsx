import { View } from '@tarojs/components';
import { aria } from './a11y';

/**
 * Bones in the shape of what will come: `rows` of a list (set `icon` when the real ones have icons), or one `card` with
 * lines of text. Headers and filters are drawn for real, never as bones.
 */
export function Skeleton({ kind = 'rows', count = 4, icon = false }: { kind?: 'rows' | 'card'; count?: number; icon?: boolean }) {
  const rows = Array.from({ length: count }, (_, index) => String(index));
  return (
    <View className="card" {...aria({ role: 'status', busy: true, label: '正在载入' })}>
      {rows.map((key) => (
        <View key={key} className={`sk-row is-${kind}${icon ? ' has-icon' : ''}`}>
          <View className="sk sk-long" />
          <View className="sk sk-short" />
        </View>
      ))}
    </View>
  );
}
