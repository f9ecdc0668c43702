import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { changeAgent } from '@/api/calls';
import { agentToEditQuery, keys } from '@/api/queries';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { browserTimezone } from '@/lib/time';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Page, PageSkeleton } from '@/ui/Page';
import { AgentForm } from './AgentForm';
import { BackLink } from '@/ui/BackLink';
import { toChange, valuesOf } from './fields';

export function EditAgentPage() {
  const { id = '' } = useParams();
  const { data: agent, error, isFetchedAfterMount } = useQuery(agentToEditQuery(id));
  if (error) {
    return (
      <Page title="Edit agent" width="form">
        <ErrorAlert error={error} />
      </Page>
    );
  }
  return agent && isFetchedAfterMount ? <Form key={agent.id} agent={agent} /> : <PageSkeleton />;
}

function Form({ agent }: { agent: Agent }) {
  const client = useQueryClient();
  const [initial] = useState(() => valuesOf(agent, browserTimezone()));
  return (
    <Page
      title={`Edit ${agent.name}`}
      width="form"
      below={<BackLink to={paths.agent(agent.id)}>{agent.name}</BackLink>}
    >
      <AgentForm
        initial={initial}
        typeIsFixed
        submitLabel="Save changes"
        cancelTo={paths.agent(agent.id)}
        save={async (values) => {
          const changed = await changeAgent(agent.id, toChange(initial, values), agent.version);
          void client.invalidateQueries({ queryKey: keys.agents });
          return changed;
        }}
      />
    </Page>
  );
}
