import type { ApplicationFacts } from '../../membership';

/**
 * Texts that order an agenda: marked applications first, then the others in the order of their submission, then measures and
 * matters as they were put on; what is pulled out during the session comes last, so that no number changes.
 */
export const rankOf = {
  application: ({ marked, submittedAt, reference }: Pick<ApplicationFacts, 'marked' | 'submittedAt' | 'reference'>): string =>
    `${marked ? 0 : 1} ${submittedAt.toISOString()} ${reference}`,
  measure: (now: Date, reference: string): string => `2 ${now.toISOString()} ${reference}`,
  matter: (now: Date, id: string): string => `3 ${now.toISOString()} ${id}`,
  late: (now: Date, reference: string): string => `9 ${now.toISOString()} ${reference}`,
};
