import { clockTime, dayInWords } from '@shared/dates';
import type { ApplicationState } from '@shared/membership/lifecycle';
import { pages } from '@shared/pages';
import type { TagKind } from '../../components/status-tag';

interface HomeApplication {
  readonly state: ApplicationState;
  readonly done: number;
  readonly of: number;
  readonly meetingAt: string | null;
  readonly meetingTitle: string | null;
}

/** How the home page speaks of an application: the answer as a headline, what it means, the one thing to do. */
export interface ApplicationWords {
  readonly tag: string;
  readonly kind: TagKind;
  /** Day that begins the headline and stays on one line. */
  readonly when?: string;
  readonly headline: string;
  readonly detail: string;
  readonly action: string;
  /** Page that the action opens. */
  readonly page: string;
  /** True when the applicant has to do something. */
  readonly waits: boolean;
}

const follow = { action: '查看进度', page: pages.track(), waits: false } as const;

/** Words for each state that isn't an admission (then the member card speaks). */
export function applicationWords(application: HomeApplication): ApplicationWords {
  const { state, done, of, meetingAt, meetingTitle } = application;
  switch (state) {
    case 'draft':
      return {
        tag: '填写中',
        kind: 'info',
        headline: `入会申请已填好 ${done} 项，共 ${of} 项`,
        detail: '填好的内容都已自动保存，随时可以接着填。',
        action: '继续填写',
        page: pages.apply(),
        waits: true,
      };
    case 'returned':
      return {
        tag: '需要补正',
        kind: 'warn',
        headline: '请补正您的入会申请',
        detail: '经办人逐项写了意见。补正后接着审查，不用重新排队。',
        action: '去补正',
        page: pages.apply(),
        waits: true,
      };
    case 'submitted':
      return { ...follow, tag: '等待受理', kind: 'info', headline: '申请已经收到', detail: '会员联络部受理后，我们会告诉您。' };
    case 'underReview':
    case 'awaitingSecondReview':
      return {
        ...follow,
        tag: '审查中',
        kind: 'info',
        headline: '正在审查您的申请',
        detail: '您现在不用做什么，有进展会告诉您。',
      };
    case 'awaitingMeeting':
      return {
        ...follow,
        tag: '等待会议',
        kind: 'info',
        headline: '审查已通过，等待安排会议',
        detail: '会议日期一定下来，就告诉您。',
      };
    case 'onAgenda':
      return {
        ...follow,
        tag: '等待会议讨论',
        kind: 'info',
        ...(meetingAt ? { when: dayInWords(meetingAt).replace(/ (周.)$/, '（$1）') } : {}),
        headline: meetingAt ? '开会讨论您的申请' : '会议将讨论您的申请',
        detail: meetingAt ? `${meetingTitle ?? ''}，${clockTime(meetingAt)} 开始。您不用到会。` : '您不用到会。',
      };
    case 'rejected':
      return {
        ...follow,
        tag: '未通过',
        kind: 'plain',
        headline: '这次申请没有通过',
        detail: '理由和以后再申请的办法，在进度里。',
      };
    case 'appealed':
      return {
        ...follow,
        tag: '申诉中',
        kind: 'info',
        headline: '您的申诉正在复核',
        detail: '由没有参加审查的工作人员复核，有结果马上告诉您。',
      };
    case 'withdrawn':
      return {
        ...follow,
        tag: '已撤回',
        kind: 'plain',
        headline: '申请已撤回',
        detail: '想好了，随时可以重新申请。',
        action: '重新申请',
        page: pages.apply(),
      };
    case 'admitted':
      return { ...follow, tag: '已入会', kind: 'ok', headline: '您已经是会员了', detail: '欢迎您。' };
  }
}
