import { momentInWords } from '@shared/dates';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './a11y';
import { Icon, type IconName } from './icon';

export type NoticeKind = 'info' | 'ok' | 'warn' | 'danger';

const ICONS: Record<NoticeKind, IconName> = { info: 'info', ok: 'done', warn: 'warn', danger: 'alert' };

interface NoticeProps {
  kind?: NoticeKind;
  icon?: IconName;
  /** Read out when it appears: for what happens after a tap. */
  announce?: boolean;
  children: ReactNode;
}

/** One thing to know about this page. At most one at a time. */
export function Notice({ kind = 'info', icon, announce, children }: NoticeProps) {
  return (
    <View className={`notice notice-${kind}`} {...(announce ? aria({ role: kind === 'danger' ? 'alert' : 'status' }) : {})}>
      <Icon name={icon ?? ICONS[kind]} />
      <View className="notice-text">{children}</View>
    </View>
  );
}

/** Says that what is shown was kept from earlier, because the last call failed. `savedAt` from `useCall`. */
export function OfflineNotice({ savedAt }: { savedAt: Date | undefined }) {
  if (!savedAt) return null;
  return <Notice kind="warn" icon="offline" announce>{`网络不稳，先看${momentInWords(savedAt)}存下的。`}</Notice>;
}
