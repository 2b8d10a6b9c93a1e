import type { Input, Output, ReadName } from '@shared/endpoints';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call';
import { CallError } from './call-error';
import { actingAs } from './session';

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
  readonly retry: () => void;
}

/** A list, cached, page by page (at most 20 rows a call). */
export function usePages<N extends PagedName>(endpoint: N, input: Omit<Input<N>, 'cursor'>): PagesState<N> {
  const query = useInfiniteQuery({
    queryKey: [endpoint, input, actingAs() ?? '', 'pages'],
    queryFn: ({ pageParam }) => {
      const page = pageParam === null ? input : { ...input, cursor: pageParam };
      return call<N>(endpoint, page as Input<N>) as Promise<Output<N> & Paged>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const failure = query.error;
  const error =
    failure instanceof CallError ? failure : failure ? new CallError('internal', '系统出了问题，请稍后再试') : undefined;
  return {
    rows: (query.data?.pages ?? []).flatMap((page) => [...page.rows]) as RowOf<N>[],
    first: query.data?.pages[0],
    error,
    loading: query.data === undefined && !error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    retry: () => void query.refetch(),
  };
}
