import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { agentStatusQuery, sourcesQuery } from '@/api/queries';
import type { Agent, AgentStatus } from '@/api/types';
import { counted } from '@/lib/words';
import { Duration } from '@/ui/Duration';
import { StatusBadge } from '@/ui/StatusBadge';
import { Time } from '@/ui/Time';
import classes from './AgentFacts.module.css';

export function AgentFacts({ agent }: { agent: Agent }) {
  const { data: status } = useQuery(agentStatusQuery(agent.id));
  return (
    <dl className={classes.facts} aria-label="About this agent">
      <Fact name="Schedule">
        {agent.scheduleDescription ?? agent.schedule}
        <Note>
          {agent.scheduleDescription && agent.scheduleDescription !== agent.schedule && <Code>{agent.schedule}</Code>}{' '}
          {agent.timezone}
        </Note>
      </Fact>
      <Fact name="Next run">
        {agent.nextRunAt ? (
          <>
            <Time at={agent.nextRunAt} mode="local" />
            <Note>
              <Time at={agent.nextRunAt} mode="relative" />
            </Note>
          </>
        ) : (
          'None planned'
        )}
      </Fact>
      <Fact name="Last result">
        {status?.lastStatus ? <StatusBadge status={status.lastStatus} /> : '–'}
        <Note>{status?.lastRunAt && <Time at={status.lastRunAt} mode="relative" />}</Note>
      </Fact>
      <Fact name="Runs">
        {status ? <Counts status={status} /> : '–'}
        <Note>
          {status?.averageDurationMs !== undefined && status.averageDurationMs !== null && (
            <>
              <Duration ms={status.averageDurationMs} /> on average
            </>
          )}
        </Note>
      </Fact>
      <Fact name="Model">
        {agent.model ?? 'Default'}
        <Note>{agent.limits?.maxToolCalls && `at most ${counted(agent.limits.maxToolCalls, 'tool call')} a run`}</Note>
      </Fact>
      <Fact name="May use">
        <MayUse agent={agent} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <Text component="div" size="xs" c="dimmed">
      {children}
    </Text>
  );
}

function Counts({ status }: { status: AgentStatus }) {
  return (
    <>
      {status.runCount.toLocaleString()}
      {status.errorCount > 0 && <Text span size="sm" c="red">{` · ${status.errorCount.toLocaleString()} failed`}</Text>}
      {status.skippedCount > 0 && (
        <Text span size="sm" c="dimmed">{` · ${status.skippedCount.toLocaleString()} skipped`}</Text>
      )}
    </>
  );
}

function MayUse({ agent }: { agent: Agent }) {
  const { data: sources } = useQuery(sourcesQuery);
  const read = (agent.allowedSources ?? []).map((id) => sources?.find((source) => source.id === id)?.name ?? 'a source');
  return (
    <>
      {agent.allowedActions === undefined
        ? agent.type === 'org'
          ? 'No actions'
          : 'Every action of user agents'
        : agent.allowedActions.join(', ') || 'No actions'}
      <Note>{read.length > 0 ? `Reads ${read.join(', ')}` : 'Reads no sources'}</Note>
    </>
  );
}
