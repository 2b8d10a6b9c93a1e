import { messageTemplates } from '../../shared/account/message-templates';
import { clockTime, dayOf } from '../../shared/dates';
import { pages } from '../../shared/pages';
import { inboxEntry, subscribeMessage } from '../platform/reactions';
import type { Happening, Reaction } from '../platform/types';

const textIn = ({ event }: Happening, field: string) => String(event[field] ?? '');

/** A step of an application as its applicant hears of it. */
interface Step {
  /** Kind of the inbox entry: a key of `inboxTexts`. */
  readonly kind: string;
  /** 当前进度 in the message, at most five characters. */
  readonly phrase: string;
  /** Where it leads, by the kind of the application: a unit's has pages of its own; and once it is one, by the membership. */
  readonly page: (kind: string, member: string) => string;
  /** What the entry's text needs besides the reference. */
  readonly facts?: readonly string[];
}

const step = (kind: string, phrase: string, more: Partial<Step> = {}): Step => ({ kind, phrase, page: pages.track, ...more });
const meetingFacts = { facts: ['meetingTitle', 'meetingAt'] } as const;

/** Facts that the event calls otherwise. */
const fieldOfEvent: Readonly<Record<string, string>> = { memberNumber: 'number' };

/** Every step that an applicant is told of, by event. */
export const progressSteps: Readonly<Record<string, Step>> = {
  'application.submitted': step('applicationSubmitted', '已提交', { facts: ['dueAt'] }),
  'application.accepted': step('applicationAccepted', '审查中'),
  'application.acceptedTogether': step('applicationAccepted', '审查中'),
  'application.returned': step('applicationReturned', '请补正', { page: pages.apply }),
  'application.resubmitted': step('applicationResubmitted', '审查中'),
  'application.recommended': step('applicationRecommended', '待复审'),
  'application.endorsed': step('applicationEndorsed', '等待会议'),
  'application.scheduled': step('applicationScheduled', '已定会期', meetingFacts),
  'application.rescheduled': step('applicationRescheduled', '会期有变', meetingFacts),
  'application.unscheduled': step('applicationUnscheduled', '等待会议', meetingFacts),
  'application.rejected': step('applicationRejected', '未通过'),
  'application.explained': step('applicationExplained', '未通过'),
  'application.appealed': step('applicationAppealed', '申诉中'),
  'application.appealUpheld': step('applicationAppealUpheld', '等待会议'),
  'application.appealDismissed': step('applicationAppealDismissed', '未通过'),
  'application.withdrawn': step('applicationWithdrawn', '已撤回'),
  'member.admitted': step('applicationAdmitted', '已入会', {
    page: (_kind, member) => pages.certificate(member),
    facts: ['memberNumber'],
  }),
};

/** `2026-11-23 14:30` in Asia/Shanghai, as WeChat's time fields want it. */
const messageTime = (at: Date) => `${dayOf(at)} ${clockTime(at)}`;

function factsOf(happening: Happening, { facts = [] }: Step): Record<string, string> {
  const named = facts.map((field) => [field, textIn(happening, fieldOfEvent[field] ?? field)]);
  return { reference: textIn(happening, 'reference'), ...Object.fromEntries(named) };
}

const pageOf = (happening: Happening, { page }: Step) => page(textIn(happening, 'kind'), textIn(happening, 'member'));

/** What the applicant is told at each step: an entry in the inbox, which is the truth, and a message as a courtesy. */
export const progressReactions: Readonly<Record<string, readonly Reaction[]>> = Object.fromEntries(
  Object.entries(progressSteps).map(([type, told]) => [
    type,
    [
      inboxEntry('tellApplicant', (happening) => {
        const account = textIn(happening, 'owner');
        return account === ''
          ? []
          : [{ account, kind: told.kind, facts: factsOf(happening, told), page: pageOf(happening, told) }];
      }),
      subscribeMessage('messageApplicant', (happening) => {
        const account = textIn(happening, 'owner');
        return account === ''
          ? []
          : [
              {
                account,
                template: messageTemplates.applicationProgress,
                page: pageOf(happening, told),
                data: dataOf(happening, told),
              },
            ];
      }),
    ],
  ]),
);

function dataOf(happening: Happening, { phrase }: Step): Record<string, string> {
  return {
    thing1: '入会申请',
    character_string2: textIn(happening, 'reference'),
    phrase3: phrase,
    time4: messageTime(happening.at),
  };
}
