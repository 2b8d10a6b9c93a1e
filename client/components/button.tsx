import { View } from '@tarojs/components';
import { tappable } from './a11y';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  /** Verb and object: 提交申请. */
  children: string;
  onTap: () => void;
  /** One `primary` per page; `danger` is outlined, never filled. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'text';
  icon?: IconName;
  /** 48 px instead of 52, smaller text. */
  small?: boolean;
  /** Something is under way: says so, takes no second tap. */
  busy?: boolean;
  disabled?: boolean;
  /** What a screen reader says, when the text alone is not enough. */
  label?: string;
  id?: string;
}

/** A button. As wide as its parent column; side by side inside a `BottomBar`. */
export function Button({ children, onTap, kind = 'primary', icon, small, busy, disabled, label, id }: ButtonProps) {
  const still = busy || disabled;
  return (
    <View
      id={id}
      className={`btn btn-${kind}${small ? ' btn-s' : ''}${still ? ' is-still' : ''}`}
      {...tappable(onTap, { disabled: still ? true : undefined, label })}
    >
      {busy ? <View className="btn-wait" /> : icon ? <Icon name={icon} size="em" /> : null}
      {children}
    </View>
  );
}
