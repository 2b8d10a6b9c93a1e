import type { Output } from '@shared/endpoints';
import { queryClient } from '../cloud/query-client';
import { useCall } from '../cloud/use-call';

export type Application = NonNullable<Output<'membership.myApplication'>>;

/** What may stay on the phone for a weak network: where it stands, but nothing that was filled in. */
const withoutAnswers = (answer: Application | null) => answer && { ...answer, form: {}, photoUrl: null };

/** The person's application with everything filled in, for the form; not kept on the phone. */
export const useMyApplication = () => useCall('membership.myApplication', {});

/** The person's application as the task list and the timeline show it; also readable without a network. */
export const useMyStanding = () => useCall('membership.myApplication', {}, { keep: withoutAnswers });

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
export function changeMyApplication(change: (before: Application | null) => Application | null) {
  queryClient.setQueriesData<Application | null>({ queryKey: ['membership.myApplication'] }, (before) =>
    before === undefined ? undefined : change(before),
  );
}

/** Puts the application that a command answered in the place of the one before. */
export function replaceMyApplication(application: Application) {
  noteVersion(application.id, application.version);
  changeMyApplication(() => application);
  void queryClient.invalidateQueries({ queryKey: ['account.home'] });
}
