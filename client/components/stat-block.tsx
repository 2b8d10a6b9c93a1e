import { View } from '@tarojs/components';

export interface Stat {
  readonly label: string;
  readonly value: number;
  /** There are more than were counted: 100+. */
  readonly more?: boolean;
  /** Coloured, but only when the number isn't zero. */
  readonly danger?: boolean;
}

/** At most four numbers with their names; four columns become two when the text is large. Goes inside a `Card pad={false}`. */
export function StatBlock({ stats }: { stats: readonly Stat[] }) {
  return (
    <View className="stats">
      {stats.map(({ label, value, more, danger }) => (
        <View key={label} className={danger && value > 0 ? 'stat is-danger' : 'stat'}>
          <View className="stat-value num">{more ? `${value}+` : value}</View>
          {label}
        </View>
      ))}
    </View>
  );
}
