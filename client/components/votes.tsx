import { View } from '@tarojs/components';
import { aria } from './a11y';

interface Tally {
  readonly approve: number;
  readonly against: number;
  readonly abstain: number;
  readonly recuse: number;
}

const WORDS = [
  ['approve', '同意'],
  ['against', '反对'],
  ['abstain', '弃权'],
  ['recuse', '回避'],
] as const;

/** The four counts of a vote, always with their words. */
export function Votes({ tally }: { tally: Tally }) {
  return (
    <View className="votes">
      {WORDS.map(([key, word]) => (
        <View key={key} className={`vote is-${key}`}>
          <View className="stat-value num">{tally[key]}</View>
          {word}
        </View>
      ))}
    </View>
  );
}

export type SeatPresence = 'onSite' | 'remote' | 'away';

/** One dot per seat: full on site, half remote, hollow away. `label` says the same in words and stands beside it. */
export function Seats({ seats, label }: { seats: readonly SeatPresence[]; label: string }) {
  return (
    <View className="seats" {...aria({ role: 'img', label })}>
      {seats.map((presence, index) => (
        <View key={String(index)} className={`seat is-${presence}`} />
      ))}
    </View>
  );
}
