import { View } from '@tarojs/components';

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What changed, field by field: 原 and 现 in words as well as in colour. Goes inside a `Card pad={false}`. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  return (
    <View className="rows">
      {changes.map(({ name, before, after }) => (
        <View key={name} className="diff">
          <View className="med">{name}</View>
          <View className="diff-line is-before">
            <View className="diff-word">原</View>
            <View>{before || '（空）'}</View>
          </View>
          <View className="diff-line is-after">
            <View className="diff-word">现</View>
            <View>{after || '（空）'}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
