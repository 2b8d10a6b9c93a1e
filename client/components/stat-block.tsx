import { View } from '@tarojs/components';

export interface Stat {
  readonly label: string;
  readonly value: number;
  /** Coloured, but only when the number isn't zero. */
  readonly danger?: boolean;
}

/** At most four numbers with their names; four columns become two when the text is large. Goes inside a `Card pad={false}`. */
export function StatBlock({ stats }: { stats: readonly Stat[] }) {
  return (
    <View className="stats">
      {stats.map(({ label, value, danger }) => (
        <View key={label} className={danger && value > 0 ? 'stat is-danger' : 'stat'}>
          <View className="stat-value num">{value}</View>
          {label}
        </View>
      ))}
    </View>
  );
}
