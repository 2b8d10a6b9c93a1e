import type { Guardian, PaperKind } from '../../shared/membership/assist';
import type { Checklist } from '../../shared/membership/endpoints';
import type { DraftForm, IndividualForm } from '../../shared/membership/form';
import { type ApplicationState, endedStates } from '../../shared/membership/lifecycle';
import type { Reader, RecordType, Stored } from '../platform/types';

/** An item of a meeting's agenda about this application; off the agenda it stays so. */
export interface AgendaEntry {
  readonly item: string;
  readonly meeting: string;
  readonly title: string;
  readonly at: Date;
  readonly on: boolean;
}

export interface HistoryEntry {
  readonly action: string;
  readonly at: Date;
  /** Account id; '' for what followed from a decision elsewhere. */
  readonly by: string;
  /** Account of the absent colleague whom that person stood in for. */
  readonly onBehalfOf?: string;
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
  readonly kind: 'individual';
  readonly state: ApplicationState;
  /** Account of the applicant, and whose data key seals the form; entered by an officer, a subject without account. */
  readonly owner: string;
  /** Account of the officer who entered it for the person 代办. */
  readonly enteredBy?: string;
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
  /** Blind index of the identity number reserved for it. */
  readonly identity?: string;
  readonly recommender?: { readonly member: string; readonly account?: string };
  readonly consents: readonly { readonly key: string; readonly version: number; readonly at: Date; readonly on?: 'paper' }[];
  /** Officer who took it up last. */
  readonly officer?: string;
  readonly firstReviewer?: string;
  readonly secondReviewer?: string;
  readonly agenda: readonly AgendaEntry[];
  readonly decision?: { readonly item: string; readonly outcome: 'passed' | 'notPassed'; readonly at: Date };
  readonly member?: string;
  readonly history: readonly HistoryEntry[];
  /** Sealed from here on. The form as the applicant sees it, and as last submitted. */
  readonly form: DraftForm;
  readonly submitted?: IndividualForm;
  /** Field path → what is to be corrected. */
  readonly notes: Readonly<Record<string, string>>;
  readonly checklist?: Checklist;
  readonly opinion?: string;
  readonly sendBackReason?: string;
  readonly assistance?: GivenAssistance;
  /** Why the officer withdrew it for the person. */
  readonly withdrawalReason?: string;
  readonly resolution?: string;
}

export const applications: RecordType<Application> = {
  collection: 'applications',
  sealed: [
    'form',
    'submitted',
    'notes',
    'checklist',
    'opinion',
    'sendBackReason',
    'assistance',
    'withdrawalReason',
    'resolution',
  ],
  subject: (application) => application.owner,
  erased: { form: {}, notes: {} },
};

/** The application under way of a person, else their latest: only one is under way at a time, and it is the newest. */
export async function latestOf(db: Pick<Reader, 'find'>, owner: string): Promise<Application | undefined> {
  const [latest] = await db.find(applications, { where: { owner }, order: [['startedAt', 'desc']], limit: 1 });
  return latest;
}

export const isEnded = (application: Application): boolean => endedStates.includes(application.state);

/** Where it stands on an agenda, or stood last. */
export const meetingOf = (application: Application): AgendaEntry | undefined => application.agenda.filter(({ on }) => on).at(-1);
