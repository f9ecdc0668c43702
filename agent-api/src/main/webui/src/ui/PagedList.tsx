import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '@/api/types';
import { ErrorAlert } from './ErrorAlert';
import { RowSkeletons } from './Page';

interface Props<T> {
  list: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  /** What stands there when the list has no rows. */
  empty: ReactNode;
  more?: string;
  children: (rows: T[]) => ReactNode;
}

/** A list of the server in every state it can be in: being read, not readable, empty, and with more to come. */
export function PagedList<T>({ list, empty, more = 'Show more', children }: Props<T>) {
  const rows = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {list.error && <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />}
      {rows === undefined && !list.error && (
        <div role="status" aria-label="Loading">
          <RowSkeletons />
        </div>
      )}
      {rows?.length === 0 && empty}
      {rows !== undefined && rows.length > 0 && children(rows)}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </>
  );
}
