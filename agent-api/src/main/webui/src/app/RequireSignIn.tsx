import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { meQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { PageSkeleton } from '@/ui/Page';

/** Shows its content to a member, and to anybody else the sign-in page, which leads back here. */
export function RequireSignIn({ children }: { children: ReactNode }) {
  const { data: me, error, refetch } = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me) {
    return children;
  }
  if (me === null) {
    return <Navigate to={`${paths.signIn}?${new URLSearchParams({ next: pathname + search })}`} replace />;
  }
  return error ? <ErrorAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
}
