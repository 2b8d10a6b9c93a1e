import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { CallError } from '../cloud/call-error';
import { aria } from './a11y';
import { Button } from './button';
import { Icon } from './icon';

interface Action {
  text: string;
  onTap: () => void;
}

/** Nothing here: why, and the one thing to do about it. */
export function EmptyState({ title, why, action }: { title: string; why: ReactNode; action?: Action }) {
  return (
    <View className="empty">
      <Icon name="jasmine" className="empty-art" />
      <View className="h2" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className="sub bal">{why}</View>
      {action ? <Button onTap={action.onTap}>{action.text}</Button> : null}
    </View>
  );
}

interface ErrorStateProps {
  error: CallError;
  onRetry: () => void;
  /** What is not in danger: 您的申请不受影响. */
  comfort?: string;
}

/** The page could not load: what failed, and try again. */
export function ErrorState({ error, onRetry, comfort }: ErrorStateProps) {
  const offline = error.code === 'network';
  const signIn = error.code === 'auth.required' && process.env.TARO_ENV === 'h5';
  return (
    <View className="empty" {...aria({ role: 'alert' })}>
      <View className="empty-sign">
        <Icon name={offline ? 'offline' : 'alert'} size="l" />
      </View>
      <View className="h2" {...aria({ role: 'heading', level: 2 })}>
        {offline ? '没能连上网络' : '没能打开'}
      </View>
      <View className="sub bal">{offline ? `${comfort ?? ''}请检查网络后再试。` : error.message}</View>
      {signIn ? (
        <Button onTap={() => window.location.assign('/__sign-in')}>选择登录的人</Button>
      ) : (
        <Button onTap={onRetry} icon="retry">
          再试一次
        </Button>
      )}
    </View>
  );
}

/** The end of a list, or a button for the next page. `total` with its unit: 共 2 场. */
export function ListEnd({ total, onMore, busy }: { total?: string; onMore?: () => void; busy?: boolean }) {
  if (onMore) {
    return (
      <Button kind="quiet" small busy={busy} onTap={onMore}>
        再看一些
      </Button>
    );
  }
  return <View className="list-end sub">{total ? `已经到底了，${total}` : '已经到底了'}</View>;
}
