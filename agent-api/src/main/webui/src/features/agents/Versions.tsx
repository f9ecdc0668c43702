import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { agentVersionsQuery } from '@/api/agents';
import type { Agent, AgentVersion } from '@/api/types';
import { capitalised } from '@/lib/words';
import { Confirm } from '@/ui/Confirm';
import { EmptyState } from '@/ui/EmptyState';
import { HistoryIcon } from '@/ui/icons';
import { PagedList } from '@/ui/PagedList';
import { Time } from '@/ui/Time';
import { Difference } from './Difference';
import { useRestore } from './useAgentChanges';
import classes from './Versions.module.css';

/** Every change of an agent, newest first: who made it, when, and what differs. */
export function Versions({ agent }: { agent: Agent }) {
  const versions = useInfiniteQuery(agentVersionsQuery(agent.id));
  return (
    <PagedList
      list={versions}
      more="Show older versions"
      empty={
        <EmptyState icon={<HistoryIcon size={22} />} title="No versions are kept yet">
          The next change of this agent is the first one here.
        </EmptyState>
      }
    >
      {(rows) => (
        <ol className={classes.list} aria-label="Versions">
          {rows.map((version) => (
            <Version key={version.version} agent={agent} version={version} />
          ))}
        </ol>
      )}
    </PagedList>
  );
}

function Version({ agent, version }: { agent: Agent; version: AgentVersion }) {
  const current = version.version === agent.version;
  return (
    <li className={classes.version} aria-label={`Version ${version.version}`}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <div className={classes.who}>
          <Text size="sm" fw={600}>
            {capitalised(version.change.replaceAll('_', ' '))} by {version.by.name}
          </Text>
          <Text size="xs" c="dimmed">
            Version {version.version} · <Time at={version.at} />
          </Text>
        </div>
        {current ? (
          <Text size="xs" c="dimmed" className={classes.current}>
            Current
          </Text>
        ) : (
          <Restore agent={agent} version={version} />
        )}
      </Group>
      {version.differences.map((difference) => (
        <Difference key={difference.field} difference={difference} />
      ))}
    </li>
  );
}

function Restore({ agent, version }: { agent: Agent; version: AgentVersion }) {
  const [asking, { open, close }] = useDisclosure(false);
  const restoring = useRestore(agent, close);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.current}
        aria-label={`Restore version ${version.version}`}
        onClick={open}
      >
        Restore
      </Button>
      <Confirm
        opened={asking}
        title={`Restore version ${version.version}?`}
        action="Restore"
        color="indigo"
        busy={restoring.isPending}
        onConfirm={() => restoring.mutate(version.version)}
        onClose={close}
      >
        {agent.name} says again what it said then, as far as that is still allowed. Whether it is active or paused stays
        as it is. This is a new version; nothing is lost.
      </Confirm>
    </>
  );
}
