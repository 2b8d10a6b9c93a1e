import { View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

/** Names and values in two columns; one column when the text is large. Empty values are left out. */
export function KeyValue({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="kv">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <View className="kv-name">{name}</View>
            <View className="kv-value">{value}</View>
          </Fragment>
        ))}
    </View>
  );
}
