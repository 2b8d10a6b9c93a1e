import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { aria, tappable } from './a11y';
import { fieldId } from './field';
import { Icon } from './icon';
import { jumpTo } from './jump';

const ID = 'error-summary';

/** `name` is the field's path; `text` the same words as at the field. */
export interface FormError {
  readonly name: string;
  readonly text: string;
}

/**
 * At the top of a form that could not be accepted: takes the focus when it appears or changes, and each row jumps to
 * its field. Draws nothing without errors. `onJump` replaces the jump when the field is on another page.
 */
export function ErrorSummary({ errors, onJump }: { errors: readonly FormError[]; onJump?: (name: string) => void }) {
  const key = errors.map(({ name, text }) => `${name}:${text}`).join('|');
  useEffect(() => {
    if (key) jumpTo(ID, true);
  }, [key]);
  if (errors.length === 0) return null;
  return (
    <View id={ID} className="errsum" {...aria({ role: 'alert' })}>
      <View className="h3 errsum-title" {...aria({ role: 'heading', level: 2 })}>
        <Icon name="alert" size="em" />
        {`有 ${errors.length} 处需要修改`}
      </View>
      {errors.map(({ name, text }) => (
        <View
          key={name}
          className="errsum-row tap"
          {...tappable(() => (onJump ? onJump(name) : jumpTo(fieldId(name))), { role: 'link' })}
        >
          <View className="errsum-text">{text}</View>
          <Icon name="go" />
        </View>
      ))}
    </View>
  );
}
