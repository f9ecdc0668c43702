import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import { send, type Ask } from './client';
import type { Page } from './types';

/** A list of the server, read page by page. */
export function pagesQuery<T>(queryKey: QueryKey, path: string, query: Ask['query'] = {}) {
  return infiniteQueryOptions({
    queryKey: [...queryKey, query],
    queryFn: ({ signal, pageParam }) => send<Page<T>>('GET', path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
}
