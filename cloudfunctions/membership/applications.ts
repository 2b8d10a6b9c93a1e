import type { Guardian, PaperKind } from '../../shared/membership/assist';
import type { Checklist } from '../../shared/membership/endpoints';
import type { DraftForm, MemberKind } from '../../shared/membership/form';
import { type ApplicationState, endedStates } from '../../shared/membership/lifecycle';
import type { RecordType, Stored } from '../platform/types';
import type { AgendaEntry } from './agenda-entries';
import type { Profile } from './profiles';
import type { ComplianceEntry } from './review/compliance-entries';

/** Minutes of a meeting that decided it, once they are published. */
export interface PublishedMinutes {
  readonly meeting: string;
  readonly title: string;
  readonly at: Date;
}

export interface HistoryEntry {
  readonly action: string;
  readonly at: Date;
  /** Account id; '' for what followed from a decision elsewhere. */
  readonly by: string;
  /** Account of the absent colleague whom that person stood in for. */
  readonly onBehalfOf?: string;
  /** Cities that an assignment changed: from, to. */
  readonly cities?: readonly string[];
}

/** What a meeting's rejection leaves open, by the rules of its day. */
export interface Rejection {
  readonly at: Date;
  /** The end of the time to appeal; counted from the explanation when that came later. */
  readonly appealUntil: Date;
  /** From when on the same person or unit may apply again. */
  readonly reapplyFrom: Date;
  /** The rules both rest on, `key@version`. */
  readonly rules: readonly string[];
}

/** The one appeal against a rejection. */
export interface AppealRecord {
  readonly at: Date;
  readonly outcome?: 'upheld' | 'dismissed';
  readonly decidedAt?: Date;
  readonly by?: string;
}

/** What came with an application that an officer entered: why, who decides for a child, and the scans of what was signed. */
export interface GivenAssistance {
  readonly reason: string;
  readonly guardian?: Guardian;
  /** Paper → file id. */
  readonly papers: Readonly<Partial<Record<PaperKind, string>>>;
}

export interface Application extends Stored {
  readonly reference: string;
  readonly kind: MemberKind;
  /** Category of a unit; absent for individuals. */
  readonly category?: string;
  readonly state: ApplicationState;
  /** Account of the applicant, and whose data key seals the form; entered by an officer, a subject without account. */
  readonly owner: string;
  /** Account of the officer who entered it for the person 代办. */
  readonly enteredBy?: string;
  /** Officers who completed it for that one when it had come back. */
  readonly completedBy?: readonly string[];
  /** City whose officers may see it; absent until submitted. */
  readonly city?: string;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  /** First submission: its place in the line, kept when it is handed in again. */
  readonly submittedAt?: Date;
  /** End of the time for review; absent when the review is not running. */
  readonly dueAt?: Date;
  /** Working days of the review left when it was returned: meanwhile the clock stands still. */
  readonly daysLeft?: number;
  /** Blind index of the identity number or credit code reserved for it. */
  readonly identity?: string;
  /** Whom a unit's form names, see `nameKeyOf`: staff of such a name keep out. Their mobiles are not known, so a namesake does too. */
  readonly named?: readonly string[];
  readonly recommender?: { readonly member: string; readonly account?: string };
  readonly consents: readonly { readonly key: string; readonly version: number; readonly at: Date; readonly on?: 'paper' }[];
  /** Officer who took it up last. */
  readonly officer?: string;
  readonly firstReviewer?: string;
  readonly secondReviewer?: string;
  readonly agenda: readonly AgendaEntry[];
  readonly decision?: { readonly item: string; readonly outcome: 'passed' | 'notPassed'; readonly at: Date };
  readonly member?: string;
  /** Set while it is marked as strongly representative: orders the agenda. */
  readonly marked?: { readonly by: string; readonly at: Date };
  readonly rejection?: Rejection;
  /** The application that the person began after this one was rejected: then it is too late to appeal. */
  readonly followedBy?: string;
  readonly appeal?: AppealRecord;
  readonly history: readonly HistoryEntry[];
  readonly minutes?: readonly PublishedMinutes[];
  /** Its owner was told that the draft will go; or its personal content is gone. */
  readonly retention?: 'warned' | 'erased';
  /** When an untouched draft goes, as its owner was told. */
  readonly deleteAt?: Date;
  /** Sealed from here on. The form as the applicant sees it, and as last submitted. */
  readonly form: DraftForm;
  readonly submitted?: Profile;
  /** The submission before the last, for what a correction changed. */
  readonly previous?: Profile;
  /** Field path → what is to be corrected. */
  readonly notes: Readonly<Record<string, string>>;
  readonly checklist?: Checklist;
  readonly opinion?: string;
  readonly sendBackReason?: string;
  readonly assistance?: GivenAssistance;
  /** Why the officer withdrew it for the person. */
  readonly withdrawalReason?: string;
  readonly resolution?: string;
  /** Place in the history → what staff wrote to one another at that step; never for the applicant. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Look-ups of a unit in the public lists: oldest first. */
  readonly compliance?: readonly ComplianceEntry[];
  /** Why it was rejected, as the office wrote it to the applicant. */
  readonly explanation?: string;
  readonly appealReason?: string;
  readonly appealAnswer?: string;
}

export const applications: RecordType<Application> = {
  collection: 'applications',
  sealed: [
    'form',
    'submitted',
    'previous',
    'notes',
    'checklist',
    'opinion',
    'sendBackReason',
    'assistance',
    'withdrawalReason',
    'resolution',
    'remarks',
    'compliance',
    'explanation',
    'appealReason',
    'appealAnswer',
  ],
  subject: (application) => application.owner,
  erased: { form: {}, notes: {} },
};

export const isEnded = (application: Application): boolean => endedStates.includes(application.state);
