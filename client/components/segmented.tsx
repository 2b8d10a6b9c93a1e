import { View } from '@tarojs/components';
import { aria, tappable } from './a11y';
import { Icon, type IconName } from './icon';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Colour when chosen; the icon says it again. */
  readonly kind?: 'ok' | 'warn' | 'danger' | 'plain';
}

const ICONS = { ok: 'check', warn: 'alert', danger: 'close', plain: 'check' } as const satisfies Record<string, IconName>;

interface SegmentedProps<T extends string> {
  /** What is chosen, for screen readers: 有意愿. */
  label: string;
  segments: readonly Segment<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** Two to four judgements side by side, one of them chosen: 符合 / 存疑 / 不符. */
export function Segmented<T extends string>({ label, segments, value, onChange }: SegmentedProps<T>) {
  return (
    <View className="seg" {...aria({ role: 'radiogroup', label })}>
      {segments.map(({ value: own, label: text, kind = 'plain' }) => {
        const on = own === value;
        return (
          <View
            key={own}
            className={`seg-item${on ? ` is-on is-${kind}` : ''}`}
            {...tappable(() => onChange(own), { role: 'radio', checked: on, label: `${label}：${text}` })}
          >
            {on ? <Icon name={ICONS[kind]} size="em" /> : null}
            {text}
          </View>
        );
      })}
    </View>
  );
}
