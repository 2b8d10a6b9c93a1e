import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { watchFocus, watchOnline } from './lifecycle';

// A paused query would leave a page on its skeleton for ever; a failing one shows what is kept, or the error.
const networkMode = 'always' as const;

/** How long an answer is good enough to be shown without asking again, in ms. */
export const freshFor = 15_000;

/** One cache for the whole app. `call` does the retrying, so that the rules for it stand in one place. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: freshFor, gcTime: 10 * 60_000, networkMode, refetchOnReconnect: 'always' },
    mutations: { retry: false, networkMode },
  },
});

/** Wires the cache to the phone: refetch when the app comes back to the front, or back to a network. */
export function connectQueryClient() {
  if (watchFocus) focusManager.setEventListener(watchFocus);
  if (watchOnline) onlineManager.setEventListener(watchOnline);
}
