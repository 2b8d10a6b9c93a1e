import { dateForDocuments } from '@shared/dates';
import type { Output } from '@shared/endpoints';
import { applicationActionLabels, certificateEventLabels, fieldLabels, outcomeLabels, standingLabels } from '@shared/labels';
import { changeKindLabels, changeStateLabels } from '@shared/membership/change-labels';
import type { ChangeState } from '@shared/membership/change-lifecycle';
import { measureKindLabels } from '@shared/membership/standing-labels';

export type MemberView = NonNullable<Output<'membership.myMember'>>;
export type MemberEvent = MemberView['timeline'][number];

const change = ({ facts }: MemberEvent) => `${changeKindLabels[facts.kind ?? ''] ?? '信息变更'} ${facts.reference ?? ''}`;
const by = ({ facts }: MemberEvent) => (facts.by === 'office' ? '会员联络部代办' : '本人办理');

const measureOf = (kind = '') => (measureKindLabels as Readonly<Record<string, string>>)[kind] ?? '会籍处理';

/** Title and second line of each kind of event. */
const sentences: Readonly<Record<string, (event: MemberEvent) => readonly [title: string, sub: string]>> = {
  application: ({ facts }) => [`入会申请：${applicationActionLabels[facts.action ?? ''] ?? '有进展'}`, ''],
  admitted: ({ facts }) => [`${facts.meeting || '会议'}同意入会`, `会员编号 ${facts.number}`],
  standing: ({ facts }) => [`会籍变为${standingLabels[facts.standing ?? ''] ?? facts.standing}`, facts.reason ?? ''],
  certificate: ({ facts }) => [`会员证书：${certificateEventLabels[facts.event ?? ''] ?? facts.event}`, ''],
  measureProposed: ({ facts }) => [`提请会议：${measureOf(facts.kind)}`, facts.reference ?? ''],
  measureDecided: ({ facts }) => [
    `会议表决：${measureOf(facts.kind)}`,
    [facts.reference, outcomeLabels[facts.outcome ?? ''] ?? ''].filter(Boolean).join('　'),
  ],
  minutes: ({ facts }) => [`${facts.title ?? '会议'}纪要已发布`, ''],
  confirmed: () => ['确认会员信息没有变动', ''],
  changed: (event) => ['更新了会员信息', by(event)],
  changeRequested: (event) => [`提交${change(event)}`, by(event)],
  changeDecided: (event) => [
    `${change(event)}${changeStateLabels[event.facts.state as ChangeState]}`,
    event.facts.reason ? `原因：${event.facts.reason}` : '',
  ],
};

/** An event as people read it: what, when and by whom, and which fields changed from what to what. */
export function eventInWords(event: MemberEvent): { readonly title: string; readonly lines: readonly string[] } {
  const [title, sub] = sentences[event.kind]?.(event) ?? ['有新的记录', ''];
  const changes = event.changes.map(
    ({ field, before, after }) => `${fieldLabels[field] ?? field}：${before || '未填'} → ${after || '未填'}`,
  );
  return { title, lines: [[dateForDocuments(event.at), sub].filter(Boolean).join('　'), ...changes] };
}
