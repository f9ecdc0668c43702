import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useRefreshEveryMs } from '@/api/live';
import { agentQuery } from '@/api/queries';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { AlertIcon } from '@/ui/icons';
import { Output } from '@/ui/Output';
import { Page, PageSkeleton } from '@/ui/Page';
import { StatusBadge } from '@/ui/StatusBadge';
import { AgentActions } from './AgentActions';
import { AgentFacts } from './AgentFacts';
import { TypeBadge } from './AgentsTable';
import { BackLink } from '@/ui/BackLink';
import { AgentTabs } from './AgentTabs';
import { Card } from './Card';

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
      below={
        <Group gap="md">
          <BackLink to={paths.agents}>Agents</BackLink>
          {agent.remixOf && (
            <Anchor component={Link} to={paths.agent(agent.remixOf)} size="sm">
              What it is a remix of
            </Anchor>
          )}
        </Group>
      }
      actions={<AgentActions agent={agent} />}
    >
      {agent.description && <Text mb="md">{agent.description}</Text>}
      {agent.stateNote && agent.state !== 'active' && (
        <Alert color="yellow" icon={<AlertIcon />} mb="md">
          {agent.stateNote}
        </Alert>
      )}
      {agent.instructions === undefined ? (
        <Card agent={agent} />
      ) : (
        <>
          <AgentFacts agent={agent} />
          <Instructions text={agent.instructions} />
          <AgentTabs agent={agent} />
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
