import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './a11y';

/** A person with the first character of the name as a picture; `end` is usually one small `Button`. */
export function Person({ name, role, end }: { name: string; role?: ReactNode; end?: ReactNode }) {
  return (
    <View className="person">
      <View className="avatar" {...aria({ hidden: true })}>
        {name.slice(0, 1)}
      </View>
      <View className="person-body">
        <View className="row-title">{name}</View>
        {role ? <View className="sub">{role}</View> : null}
      </View>
      {end}
    </View>
  );
}
