import { PlainError } from './errors';

/** What a log line may say: names, codes and counts. Never input, never an answer, never a person's words or OPENID. */
export interface LogLine {
  readonly event: string;
  readonly endpoint?: string;
  readonly code?: string;
  readonly trace?: string;
  readonly reaction?: string;
  readonly count?: number;
}

/** Writes one JSON line to the function's log. */
export function log(line: LogLine): void {
  console.log(JSON.stringify(line));
}

/**
 * Logs what went wrong: class of the error, the cloud's code and where in our code. The message is left out, as it may quote
 * what somebody typed, unless it is one of ours made of names.
 */
export function logFailure(error: unknown, line: LogLine): void {
  const { name, stack, cause } = error instanceof Error ? error : new Error('');
  const errCode = (error as { errCode?: unknown } | undefined)?.errCode;
  const known = {
    error: cause === undefined ? name : `${name} (cause withheld)`,
    ...(typeof errCode === 'number' && { errCode }),
    ...(error instanceof PlainError && { detail: error.message }),
    at: (stack ?? '')
      .split('\n')
      .filter((frame) => /^\s+at /.test(frame))
      .slice(0, 4)
      .map((frame) => frame.trim()),
  };
  console.error(JSON.stringify({ ...line, ...known }));
}
