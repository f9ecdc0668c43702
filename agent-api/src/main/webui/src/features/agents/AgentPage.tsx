import { Anchor, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useRefreshEveryMs } from '@/api/live';
import { agentQuery } from '@/api/queries';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Output } from '@/ui/Output';
import { Page, PageSkeleton } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { AgentActions } from './AgentActions';
import { AgentFacts } from './AgentFacts';
import { TypeBadge } from './AgentsTable';
import { BackLink } from './BackLink';
import { RunHistory } from './RunHistory';

export function AgentPage() {
  const { id = '' } = useParams();
  const refetchInterval = useRefreshEveryMs();
  const { data: agent, error, refetch } = useQuery({ ...agentQuery(id), refetchInterval });
  if (!agent) {
    return error ? (
      <Page title="Agent" below={<BackLink to={paths.agents}>Agents</BackLink>}>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </Page>
    ) : (
      <PageSkeleton />
    );
  }
  return (
    <Page
      title={agent.name}
      beside={
        <>
          <StatusBadge status={agent.state} />
          <TypeBadge type={agent.type} />
        </>
      }
      below={<BackLink to={paths.agents}>Agents</BackLink>}
      actions={<AgentActions agent={agent} />}
    >
      {agent.description && <Text mb="md">{agent.description}</Text>}
      {agent.instructions === undefined ? (
        <Paper withBorder p="lg">
          <Text size="sm">
            This agent belongs to {agent.owner?.name ?? 'somebody else'}. You can chat with it; what it does in the
            background is theirs to see.
          </Text>
        </Paper>
      ) : (
        <>
          <AgentFacts agent={agent} />
          <Instructions text={agent.instructions} />
          <RunHistory agentId={agent.id} />
        </>
      )}
    </Page>
  );
}

function Instructions({ text }: { text: NonNullable<Agent['instructions']> }) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={toggle} aria-expanded={open}>
        {open ? 'Hide instructions' : 'Show instructions'}
      </Anchor>
      {open && <Output label="Instructions" text={text} />}
    </>
  );
}
