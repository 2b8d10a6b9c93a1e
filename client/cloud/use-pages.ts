import type { Input, Output, ReadName } from '@shared/endpoints';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call';
import type { CallError } from './call-error';
import { actingAs, identity } from './session';
import { toCallError, useShown } from './use-call';

interface Paged {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** Endpoints that answer a list page by page. */
export type PagedName = { [N in ReadName]: Output<N> extends Paged ? N : never }[ReadName];

type RowOf<N extends PagedName> = Output<N>['rows'][number];

/** What a page shows of one list. */
export interface PagesState<N extends PagedName> {
  readonly rows: readonly RowOf<N>[];
  /** The first page's answer: what stands beside the rows (counts, `can`). */
  readonly first: Output<N> | undefined;
  readonly error: CallError | undefined;
  readonly loading: boolean;
  /** Loads the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
  /** Set when the rows are older than they should be, because the last call failed. */
  readonly savedAt: Date | undefined;
  readonly retry: () => void;
}

/** A list, cached, page by page (at most 20 rows a call). */
export function usePages<N extends PagedName>(endpoint: N, input: Omit<Input<N>, 'cursor'>): PagesState<N> {
  const query = useInfiniteQuery({
    queryKey: [endpoint, input, `${identity()}:${actingAs() ?? ''}`, 'pages'],
    queryFn: ({ pageParam }) => {
      const page = pageParam === null ? input : { ...input, cursor: pageParam };
      return call<N>(endpoint, page as Input<N>) as Promise<Output<N> & Paged>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    subscribed: useShown(),
  });
  const error = toCallError(query.error);
  return {
    rows: (query.data?.pages ?? []).flatMap((page) => [...page.rows]) as RowOf<N>[],
    first: query.data?.pages[0],
    error,
    loading: query.data === undefined && !error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    savedAt: error && query.data !== undefined ? new Date(query.dataUpdatedAt) : undefined,
    retry: () => void query.refetch(),
  };
}
