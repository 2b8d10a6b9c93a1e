import { View } from '@tarojs/components';
import { aria, tappable } from './a11y';
import { Icon, type IconName } from './icon';
import { StatusTag, type TagKind } from './status-tag';

export type TaskState = 'done' | 'started' | 'todo' | 'locked' | 'wrong';

export interface Task {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly state: TaskState;
  /** The one to go on with: warm ground and a red edge. */
  readonly here?: boolean;
  readonly onTap?: () => void;
}

const WORDS: Record<TaskState, { text: string; kind: TagKind; icon?: IconName }> = {
  done: { text: '已完成', kind: 'ok', icon: 'check' },
  started: { text: '填写中', kind: 'info', icon: 'edit' },
  todo: { text: '未开始', kind: 'line' },
  locked: { text: '暂不能填', kind: 'plain', icon: 'lock' },
  wrong: { text: '需修改', kind: 'danger', icon: 'alert' },
};

/** Numbered tasks, each with its state as a word. A locked one can't be tapped. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <View className="card rows">
      {tasks.map((task, index) => {
        const { text, kind, icon } = WORDS[task.state];
        const open = task.state !== 'locked' && task.onTap;
        const className = `row task${open ? ' tap' : ''}${task.here ? ' is-here' : ''}${task.state === 'locked' ? ' is-off' : ''}`;
        return (
          <View key={task.key} id={`task-${task.key}`} className={className} {...(open ? tappable(open, { role: 'link' }) : {})}>
            <View className="task-number num">{index + 1}</View>
            <View className="row-body">
              <View className="row-title">{task.title}</View>
              {task.hint ? <View className="cap">{task.hint}</View> : null}
            </View>
            <StatusTag kind={kind} icon={icon}>
              {text}
            </StatusTag>
            {open ? <Icon name="go" className="go" /> : null}
          </View>
        );
      })}
    </View>
  );
}

/** Progress in as many segments as there are tasks; the words beside it say the same. */
export function Progress({ parts, label }: { parts: readonly ('done' | 'half' | 'todo')[]; label: string }) {
  return (
    <View className="progress" {...aria({ role: 'img', label })}>
      {parts.map((part, index) => (
        <View key={String(index)} className={`progress-part is-${part}`} />
      ))}
    </View>
  );
}
