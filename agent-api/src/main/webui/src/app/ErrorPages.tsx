import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/EmptyState';
import { AlertIcon, SearchIcon } from '@/ui/icons';

export function NotFoundPage() {
  return (
    <EmptyState
      icon={<SearchIcon size={22} />}
      title="There is no such page"
      action={
        <Button component={Link} to={paths.agents}>
          Go to agents
        </Button>
      }
    >
      The address may be mistyped, or what it named was removed.
    </EmptyState>
  );
}

/** The last resort: a page broke, or its code could not be loaded after an update. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <EmptyState
      icon={<AlertIcon size={22} />}
      title="This page broke"
      action={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      {error instanceof Error ? error.message : 'Reload it. If it happens again, tell your admin.'}
    </EmptyState>
  );
}
