import type { MeasureKind } from '../membership/standing';
import { measureKindLabels } from '../membership/standing-labels';
import { organisation } from '../organisation';
import type { AgendaItemView } from './endpoints';

type Outcome = 'passed' | 'notPassed';
type MemberKind = NonNullable<AgendaItemView['applicantKind']>;

const kindNames: Readonly<Record<MemberKind, string>> = { individual: '个人会员', unit: '单位会员' };

const verb = (outcome: Outcome) => (outcome === 'passed' ? '同意' : '不同意');

/** Where a resolution was made: the meeting's title and the place of the item on its agenda, from 1. */
export interface Place {
  readonly meetingTitle: string;
  readonly order: number;
}
const at = ({ meetingTitle, order }: Place) => `${meetingTitle}议题${order}：`;

interface Applicant {
  readonly reference: string;
  readonly applicantKind: MemberKind;
}

/**
 * The resolution on one application, for the minutes and the certificate. It names the application by its reference, never the
 * person: minutes outlive the erasure of personal data.
 */
export function admissionText(place: Place, { reference, applicantKind }: Applicant, outcome: Outcome): string {
  return `${at(place)}${verb(outcome)}吸收申请编号 ${reference} 的申请人为${organisation.name}${kindNames[applicantKind]}。`;
}

/** 新会员 12 名：the resolution on a batch counts its applications by kind and names each by its reference. */
export function batchText(place: Place, applicants: readonly Applicant[], outcome: Outcome): string {
  const parts = (['individual', 'unit'] as const).flatMap((kind) => {
    const references = applicants.filter(({ applicantKind }) => applicantKind === kind).map(({ reference }) => reference);
    if (references.length === 0) return [];
    return [`申请编号 ${references.join('、')} 的 ${references.length} 名申请人为${organisation.name}${kindNames[kind]}`];
  });
  return `${at(place)}${verb(outcome)}吸收新会员 ${applicants.length} 名：${parts.join('；')}。`;
}

/** The resolution on a measure, which names it by its reference. */
export function measureText(place: Place, kind: MeasureKind, reference: string, outcome: Outcome): string {
  return `${at(place)}${verb(outcome)}按编号 ${reference} 的提议，对相关会员作出“${measureKindLabels[kind]}”的决定。`;
}

/** The resolution on a matter, by the title that the secretary gave it. */
export function matterText(place: Place, title: string, outcome: Outcome): string {
  return `${at(place)}${verb(outcome)}“${title}”。`;
}
