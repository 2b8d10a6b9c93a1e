import type { Input, Output, ReadName, WriteName } from '@shared/endpoints';
import { useRef, useState } from 'react';
import { call } from './call';
import { CallError } from './call-error';
import { FormRequest } from './request-id';
import { toCallError, useRefresh } from './use-call';

interface Command<N extends WriteName> {
  /** Sends it; the answer, or undefined when it failed (then `error` is set) or one is already under way. */
  readonly run: (input: Input<N>) => Promise<Output<N> | undefined>;
  readonly busy: boolean;
  readonly error: CallError | undefined;
  readonly clearError: () => void;
}

/**
 * One write of a form. It keeps one request id until the server gives a definite answer: after a lost answer the same
 * tap is sent with the same id, so nothing is done twice. `refresh` names the reads that the command changes.
 */
export function useCommand<N extends WriteName>(endpoint: N, refresh: readonly ReadName[] = []): Command<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const running = useRef(false);
  const [request] = useState(() => new FormRequest());
  const markOutdated = useRefresh();

  const run = async (input: Input<N>) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setError(undefined);
    try {
      const answer = await call(endpoint, input, request.id());
      request.settled(false);
      markOutdated(...refresh);
      return answer;
    } catch (caught) {
      const failure = toCallError(caught) ?? new CallError('internal', '');
      request.settled(failure.isUncertain);
      setError(failure);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, error, clearError: () => setError(undefined) };
}
