import { clockTime, dayInWords, momentInWords } from '@shared/dates';
import { applicationStateLabels, officeLabels, stepLabels } from '@shared/labels';
import type { TagKind } from '../components/status-tag';
import type { TimelineStep } from '../components/timeline';
import type { Application } from './my-application';

/** How the timeline page answers the question "where does it stand?". */
export interface TrackWords {
  readonly tag: string;
  readonly kind: TagKind;
  readonly headline: string;
  readonly detail: string;
}

/** 11月27日（周五）, 今天. */
const dayInBrackets = (moment: string) => dayInWords(moment).replace(/ (周.)$/, '（$1）');

function reviewDue({ steps }: Application): string {
  const due = steps.find(({ step }) => step === 'review')?.expected;
  return due ? `预计${dayInWords(due)}前有结果。` : '';
}

function underReview(application: Application, headline: string): Omit<TrackWords, 'tag'> {
  return { kind: 'info', headline, detail: `您现在不用做什么。${reviewDue(application)}` };
}

function wordsOf(application: Application): Omit<TrackWords, 'tag'> {
  const { state, meeting, notes, decisionReason } = application;
  switch (state) {
    case 'draft':
      return { kind: 'info', headline: '申请还没有提交', detail: '填好的内容都在，可以接着填。' };
    case 'submitted':
      return underReview(application, '申请已收到，等待受理');
    case 'underReview':
      return underReview(application, '正在审查您的申请');
    case 'awaitingSecondReview':
      return underReview(application, '初审已通过，正在复审');
    case 'returned':
      return {
        kind: 'warn',
        headline: `请补正 ${Object.keys(notes).length} 处，再交回来`,
        detail: '补正后接着审查，位置不变，不用重新排队。',
      };
    case 'awaitingMeeting':
      return { kind: 'info', headline: '审查已通过，等待安排会议', detail: '您现在不用做什么，会议日期一定下来就告诉您。' };
    case 'onAgenda':
      return {
        kind: 'info',
        headline: meeting ? `${dayInBrackets(meeting.at)}开会讨论您的申请` : '会议将讨论您的申请',
        detail: '审查已通过。您现在不用做什么，会议有结果马上告诉您。',
      };
    case 'admitted':
      return { kind: 'ok', headline: '欢迎您成为会员', detail: '会议同意吸收您入会，电子证书已经颁发。' };
    case 'rejected':
      return { kind: 'plain', headline: '这次申请没有通过', detail: decisionReason ?? '如有疑问，请联系会员联络部。' };
    case 'appealed':
      return {
        kind: 'info',
        headline: '申诉正在复核',
        detail: '由没有参加审查的工作人员复核，您现在不用做什么，有结果马上告诉您。',
      };
    case 'withdrawn':
      return { kind: 'plain', headline: '申请已撤回', detail: '这次申请不再办理。想好了，随时可以重新申请。' };
  }
}

/** Tag, headline and what it means for the applicant. */
export function trackWords(application: Application): TrackWords {
  return { tag: applicationStateLabels[application.state], ...wordsOf(application) };
}

type Step = Application['steps'][number];

const hasEnded = ({ state }: Application) => state === 'rejected' || state === 'withdrawn';

function statusOf({ step, state, expected }: Step, application: Application): string {
  if (state === 'done') return step === 'review' ? '通过' : '完成';
  if (state === 'todo' && hasEnded(application)) return '不再办理';
  // What was expected has been: the appeal decides whether there is another meeting.
  if (application.state === 'appealed') return step === 'meeting' ? '没有通过，申诉复核中' : '还没到';
  if (state === 'todo') return expected ? `预计${dayInWords(expected)}` : '还没到';
  if (application.state === 'returned') return '等您补正';
  if (step === 'meeting') return application.meeting ? '待开会' : '待定日期';
  return expected ? `预计${dayInWords(expected)}前` : '正在办';
}

function detailOf({ step, state, at, office }: Step, application: Application): string {
  const { meeting } = application;
  if (state === 'done' && at) return momentInWords(at);
  if (step === 'meeting' && meeting) return meeting.title;
  if (state === 'todo' && hasEnded(application)) return '';
  if (step === 'certificate') return '会议同意后，生成会员编号和电子证书';
  return officeLabels[office] ?? '';
}

/** The steps in words; the date of the meeting stands in a box while it is being waited for. */
export function stepsInWords(application: Application): readonly TimelineStep[] {
  const { meeting } = application;
  return application.steps.map((step) => ({
    key: step.step,
    state: step.state,
    title: step.state === 'done' && step.step === 'submitted' ? '已提交' : (stepLabels[step.step] ?? step.step),
    status: statusOf(step, application),
    detail: detailOf(step, application),
    box:
      step.step === 'meeting' && step.state === 'now' && meeting && application.state !== 'appealed'
        ? `${dayInWords(meeting.at)} ${clockTime(meeting.at)} 开会。您不用到会；若改期，马上告诉您。`
        : undefined,
  }));
}
