import type { EndpointName, Input, Output, ReadName } from '@shared/endpoints';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { call } from './call';
import { CallError } from './call-error';
import { freshFor } from './query-client';
import { actingAs, identity, KEPT_PREFIX, readStored } from './session';

interface Kept<T> {
  readonly at: number;
  readonly data: T;
}

interface Options<T> {
  /** False: don't call yet (an id is missing). */
  readonly enabled?: boolean;
  /** Keeps the last answer on the phone for a weak network, as this function trims it: nothing sensitive may stay in. */
  readonly keep?: (answer: T) => T;
  /** Ask again every so many milliseconds while the page is in front (a running meeting). */
  readonly every?: number;
}

/** What a page shows of one read. */
export interface CallState<T> {
  readonly data: T | undefined;
  readonly error: CallError | undefined;
  /** First load, nothing to show yet: skeleton. */
  readonly loading: boolean;
  /** A call is under way (also behind data already shown). */
  readonly fetching: boolean;
  /** Set when what is shown is older than it should be, because the last call failed: moment it was true. */
  readonly savedAt: Date | undefined;
  readonly retry: () => void;
}

/** Whatever a query threw, as something a page can show. */
export function toCallError(error: unknown): CallError | undefined {
  if (!error) return undefined;
  return error instanceof CallError ? error : new CallError('internal', '系统出了问题，请稍后再试');
}

/** Whether this page is in front. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}

/**
 * One read, cached. Asks again when the page comes back to the front and the answer is older than 15 s, or was
 * invalidated by a command. Pages that are not in front don't call.
 */
export function useCall<N extends ReadName>(
  endpoint: N,
  input: Input<N>,
  options: Options<Output<N>> = {},
): CallState<Output<N>> {
  const { enabled = true, keep, every } = options;
  const who = `${identity()}:${actingAs() ?? ''}`;
  const asked = Object.keys(input).length > 0 ? `:${JSON.stringify(input)}` : '';
  const keptKey = `${KEPT_PREFIX}${endpoint}:${who}${asked}`;
  const [kept] = useState(() => (keep ? readStored<Kept<Output<N>>>(keptKey) : undefined));
  const query = useQuery<Output<N>>({
    queryKey: [endpoint, input, who, keep !== undefined],
    queryFn: async () => {
      const answer = await call(endpoint, input);
      if (keep) Taro.setStorageSync(keptKey, { at: Date.now(), data: keep(answer) });
      return answer;
    },
    enabled,
    subscribed: useShown(),
    ...(every ? { refetchInterval: every } : {}),
    // What was kept is shown while asking, never instead of it: it may be from another run of the app.
    ...(kept && {
      initialData: kept.data,
      initialDataUpdatedAt: kept.at,
      staleTime: ({ state }) => (state.dataUpdatedAt > kept.at ? freshFor : 0),
    }),
  });
  const error = toCallError(query.error);
  return {
    data: query.data,
    error,
    loading: query.data === undefined && !error,
    fetching: query.isFetching,
    savedAt: error && query.data !== undefined ? new Date(query.dataUpdatedAt) : undefined,
    retry: () => void query.refetch(),
  };
}

/** Marks answers as outdated: those on the page in front are asked for again at once, the others when shown. */
export function useRefresh() {
  const client = useQueryClient();
  return (...endpoints: readonly EndpointName[]) => {
    for (const endpoint of endpoints) void client.invalidateQueries({ queryKey: [endpoint] });
  };
}
