import { Button, FileButton, SegmentedControl, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useRefreshEveryMs } from '@/api/live';
import { agentsQuery } from '@/api/queries';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { AgentIcon, PlusIcon, SearchIcon, UploadIcon } from '@/ui/icons';
import { Page, RowSkeletons } from '@/ui/Page';
import { SearchBox } from '@/ui/SearchBox';
import classes from './AgentsPage.module.css';
import { AgentsTable } from './AgentsTable';
import { useUploadYaml } from './useAgentChanges';

const newAgentButton = (
  <Button component={Link} to={paths.newAgent} leftSection={<PlusIcon size={16} />}>
    New agent
  </Button>
);

export function AgentsPage() {
  const [q, setQ] = useSearchParam('q');
  const [type, setType] = useSearchParam('type');
  const refetchInterval = useRefreshEveryMs();
  const agents = useInfiniteQuery({ ...agentsQuery({ q, type }), refetchInterval });
  const rows = agents.data?.pages.flatMap((page) => page.items);

  return (
    <Page
      title="Agents"
      actions={
        <>
          <FromYaml />
          {newAgentButton}
        </>
      }
    >
      <div className={classes.filters}>
        <SearchBox className={classes.search} label="Search agents" value={q} onChange={setQ} />
        <SegmentedControl
          aria-label="Type of agent"
          value={type}
          onChange={setType}
          data={[
            { value: '', label: 'All' },
            { value: 'user', label: 'User' },
            { value: 'org', label: 'Org' },
          ]}
        />
      </div>
      {agents.error && <ErrorAlert error={agents.error} onRetry={() => void agents.refetch()} />}
      {rows === undefined && !agents.error && <RowSkeletons />}
      {rows?.length === 0 && <NoAgents filtered={q !== '' || type !== ''} />}
      {rows !== undefined && rows.length > 0 && <AgentsTable agents={rows} />}
      {agents.hasNextPage && (
        <Button variant="default" mt="md" loading={agents.isFetchingNextPage} onClick={() => void agents.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}

/** An agent as it was kept in Git, or given by a colleague. */
function FromYaml() {
  const upload = useUploadYaml();
  // Without it the same file could not be chosen again once it is corrected.
  const forget = useRef<() => void>(null);
  return (
    <FileButton
      accept=".yaml,.yml"
      resetRef={forget}
      onChange={(file) => file && upload.mutate(file, { onSettled: () => forget.current?.() })}
    >
      {(props) => (
        <Button variant="default" leftSection={<UploadIcon size={16} />} loading={upload.isPending} {...props}>
          From YAML
        </Button>
      )}
    </FileButton>
  );
}

function NoAgents({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState icon={<SearchIcon size={22} />} title="No agent matches">
        Try a shorter search, or another type.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<AgentIcon size={22} />} title="No agents yet" action={newAgentButton}>
      Write what it should do and when, and it works on its own from then on. Or start from{' '}
      <Text component={Link} to={paths.catalog} inherit c="var(--mantine-color-anchor)">
        the catalog
      </Text>
      .
    </EmptyState>
  );
}
