import { useState } from 'react';
import type { FormError } from '../components/error-summary';

interface Checked {
  /** What was wrong at the last try: for the summary, which must not take the focus while somebody corrects a field. */
  readonly shown: readonly FormError[];
  /** Number of tries so far: as `key` of the summary it makes every failed try take the focus again. */
  readonly tries: number;
  /** Notes what is wrong at this try. @returns whether nothing is */
  readonly check: (errors: readonly FormError[]) => boolean;
}

/** Errors of a form as of the last time somebody tried to send it. */
export function useChecked(): Checked {
  const [{ shown, tries }, setState] = useState<{ shown: readonly FormError[]; tries: number }>({ shown: [], tries: 0 });
  const check = (errors: readonly FormError[]) => {
    setState({ shown: errors, tries: tries + 1 });
    return errors.length === 0;
  };
  return { shown, tries, check };
}

/** The sentence at a field: gone as soon as the field is right, and not there before the first try. */
export function stillWrong(shown: readonly FormError[], now: readonly FormError[], name: string): string | undefined {
  return shown.some((error) => error.name === name) ? now.find((error) => error.name === name)?.text : undefined;
}
