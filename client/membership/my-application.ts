import type { Output } from '@shared/endpoints';
import type { MemberKind } from '@shared/membership/form';
import { useRouter } from '@tarojs/taro';
import { queryClient } from '../cloud/query-client';
import { type CallState, useCall } from '../cloud/use-call';

export type Application = NonNullable<Output<'membership.myApplication'>>;

/** What may stay on the phone for a weak network: where it stands, but nothing that was filled in. */
function withoutAnswers(answer: Application | null): Application | null {
  if (!answer) return null;
  const returned = answer.returned.map((noted) => ({ ...noted, was: '' }));
  const appeal = answer.appeal && { ...answer.appeal, reason: '' };
  return { ...answer, form: {}, photoUrl: null, attachments: [], returned, appeal };
}

const inputOf = (kind: MemberKind) => (kind === 'unit' ? { kind } : {});

/** The person's application of a kind with everything filled in, for the form; not kept on the phone. */
export const useMyApplication = (kind: MemberKind) => useApplication(kind, false);

/** The person's application as the task list and the timeline show it; also readable without a network. */
export const useMyStanding = (kind: MemberKind) => useApplication(kind, true);

/** The person's own, or the one that they fill in for somebody, which is never kept on the officer's phone. */
function useApplication(kind: MemberKind, keep: boolean): CallState<Application | null> {
  const { of } = useRouter().params;
  const own = useCall('membership.myApplication', inputOf(kind), { enabled: !of, ...(keep ? { keep: withoutAnswers } : {}) });
  const assisted = useCall('membership.application', { applicationId: of ?? '' }, { enabled: Boolean(of) });
  return of ? assisted : own;
}

/**
 * Highest version of an application that this phone has seen. Sections are saved from different pages, whose own copies
 * of the application may be older.
 */
const versions = new Map<string, number>();

export function noteVersion(applicationId: string, version: number) {
  versions.set(applicationId, Math.max(version, versions.get(applicationId) ?? 0));
}

export function versionOf({ id, version }: Pick<Application, 'id' | 'version'>): number {
  return Math.max(version, versions.get(id) ?? 0);
}

/** Brings what a command answered into the pages that are open, without another call. */
export function changeMyApplication(id: string, change: (before: Application) => Application) {
  const changed = (before: Application | null | undefined) => (before?.id === id ? change(before) : before);
  queryClient.setQueriesData<Application | null>({ queryKey: ['membership.myApplication'] }, changed);
  queryClient.setQueriesData<Application | null>({ queryKey: ['membership.application'] }, changed);
}

/** Puts the application that a command answered in the place of the one before. */
export function replaceMyApplication(application: Application) {
  noteVersion(application.id, application.version);
  if (!application.assisted) {
    const ofKind = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      ((queryKey[1] as { readonly kind?: MemberKind } | undefined)?.kind ?? 'individual') === application.kind;
    queryClient.setQueriesData<Application | null>({ queryKey: ['membership.myApplication'], predicate: ofKind }, (before) =>
      before === undefined ? undefined : application,
    );
  }
  changeMyApplication(application.id, () => application);
  void queryClient.invalidateQueries({ queryKey: ['account.home'] });
}
