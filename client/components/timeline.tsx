import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface TimelineStep {
  readonly key: string;
  readonly state: 'done' | 'now' | 'todo';
  readonly title: string;
  /** The word beside the title: 完成, 待开会, 预计 12月4日前. */
  readonly status?: string;
  /** Date, office: one line. */
  readonly detail?: ReactNode;
  /** What matters now, in a box: the date of the meeting. */
  readonly box?: ReactNode;
}

/** Where something stands: done steps with a check, the present one ringed in red, the rest hollow. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="tl">
      {steps.map(({ key, state, title, status, detail, box }) => (
        <View key={key} className={`tl-step is-${state}`}>
          <View className="tl-dot">{state === 'done' ? <Icon name="check" size="s" /> : null}</View>
          <View className="tl-title">
            {title}
            {status ? <View className="tl-status">{status}</View> : null}
          </View>
          {detail ? <View className="sub">{detail}</View> : null}
          {box ? <View className="tl-box">{box}</View> : null}
        </View>
      ))}
    </View>
  );
}
