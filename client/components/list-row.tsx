import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { tappable } from './a11y';
import { Icon, type IconName } from './icon';

/** A card of rows with hairlines between them; children are `ListRow`s. */
export function Rows({ children }: { children: ReactNode }) {
  return <View className="card rows">{children}</View>;
}

interface ListRowProps {
  title: ReactNode;
  sub?: ReactNode;
  icon?: IconName;
  /** `StatusTag`s under the text. */
  tags?: ReactNode;
  /** At the right end, before the chevron: one `StatusTag` or a short value. */
  end?: ReactNode;
  /** Red dot with the word 未读 for screen readers. */
  unread?: boolean;
  /** The chevron is drawn only when the row leads somewhere. */
  onTap?: () => void;
  id?: string;
}

/** One row, at least 64 px: title, second line, tags. Goes inside `Rows`. */
export function ListRow({ title, sub, icon, tags, end, unread, onTap, id }: ListRowProps) {
  const single = !sub && !tags;
  const className = `row${onTap ? ' tap' : ''}${single ? ' is-single' : ''}${icon ? ' has-icon' : ''}${end ? ' has-end' : ''}`;
  return (
    <View id={id} className={className} {...(onTap ? tappable(onTap, { role: 'link' }) : {})}>
      {icon ? <Icon name={icon} size="l" className="row-icon" /> : null}
      {unread ? <View className="row-unread">未读</View> : null}
      <View className="row-body">
        <View className="row-title">{title}</View>
        {sub ? <View className="sub">{sub}</View> : null}
        {tags ? <View className="tags">{tags}</View> : null}
      </View>
      {end ? <View className="row-end">{end}</View> : null}
      {onTap ? <Icon name="go" className="go" /> : null}
    </View>
  );
}
