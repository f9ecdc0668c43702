import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import type { Agent } from '@/api/types';
import { paths } from '@/lib/paths';
import { BoltIcon, ChatIcon } from '@/ui/icons';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Tag } from '@/ui/Tag';
import { Time } from '@/ui/Time';
import classes from './AgentsPage.module.css';
import { useOpenChat, useRunNow } from './useAgentActions';

const columns: Column<Agent>[] = [
  { header: 'Name', as: 'heading', grow: true, cell: (agent) => <Name agent={agent} /> },
  { header: 'Type', cell: ({ type }) => <TypeBadge type={type} /> },
  { header: 'State', cell: ({ state }) => <StatusBadge status={state} /> },
  { header: 'Schedule', cell: ({ scheduleDescription, schedule }) => scheduleDescription ?? schedule ?? nothing },
  { header: 'Next run', cell: ({ nextRunAt }) => (nextRunAt ? <NextRun at={nextRunAt} /> : nothing) },
  { header: 'Last result', cell: (agent) => <LastResult agent={agent} /> },
  { header: 'Actions', as: 'corner', cell: (agent) => <Act agent={agent} /> },
];

export function AgentsTable({ agents }: { agents: Agent[] }) {
  return <Table label="Agents" columns={columns} rows={agents} rowKey={({ id }) => id} />;
}

export function TypeBadge({ type }: { type: Agent['type'] }) {
  return <Tag>{type === 'org' ? 'Org' : 'User'}</Tag>;
}

function Name({ agent }: { agent: Agent }) {
  return (
    <div className={classes.stack}>
      <Link to={paths.agent(agent.id)} className={classes.link}>
        {agent.name}
      </Link>
      {agent.description && (
        <Text size="xs" c="dimmed" lineClamp={1}>
          {agent.description}
        </Text>
      )}
      {isCard(agent) && (
        <Text size="xs" c="dimmed">
          {agent.type === 'org' ? 'Of the organisation' : `Of ${agent.owner.name}`}
        </Text>
      )}
    </div>
  );
}

function NextRun({ at }: { at: string }) {
  return (
    <div className={classes.stack}>
      <Time at={at} mode="local" />
      <Text size="xs" c="dimmed">
        <Time at={at} mode="relative" />
      </Text>
    </div>
  );
}

function LastResult({ agent }: { agent: Agent }) {
  const { lastStatus, lastRunAt, isRunning } = agent;
  const status = isRunning ? 'running' : lastStatus;
  if (!status) {
    return nothing;
  }
  return (
    <Group gap="xs" wrap="nowrap" justify="inherit">
      <StatusBadge status={status} />
      {lastRunAt && (
        <Text size="xs" c="dimmed">
          <Time at={lastRunAt} mode="relative" />
        </Text>
      )}
    </Group>
  );
}

/** Whether no more than its card may be seen. */
function isCard(agent: Agent): boolean {
  return agent.instructions === undefined;
}

function Act({ agent }: { agent: Agent }) {
  return isCard(agent) ? <Chat agent={agent} /> : <RunNow agent={agent} />;
}

function Chat({ agent }: { agent: Agent }) {
  const chat = useOpenChat(agent);
  return (
    <Tooltip label="Chat">
      <ActionIcon
        variant="subtle"
        aria-label={`Chat with ${agent.name}`}
        loading={chat.isPending}
        onClick={() => chat.mutate()}
      >
        <ChatIcon />
      </ActionIcon>
    </Tooltip>
  );
}

function RunNow({ agent }: { agent: Agent }) {
  const run = useRunNow(agent);
  if (agent.state !== 'active') {
    return null;
  }
  return (
    <Tooltip label="Run now">
      <ActionIcon
        variant="subtle"
        aria-label={`Run ${agent.name} now`}
        loading={run.isPending}
        onClick={() => run.mutate('')}
      >
        <BoltIcon />
      </ActionIcon>
    </Tooltip>
  );
}
