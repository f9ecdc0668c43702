import { Anchor, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { stopInBackground } from '@/api/calls';
import { keys } from '@/api/queries';
import type { BackgroundInstance } from '@/api/types';
import { paths } from '@/lib/paths';
import { Duration } from '@/ui/Duration';
import { StopIcon } from '@/ui/icons';
import { tellFailed } from '@/ui/notify';
import { StatusBadge } from '@/ui/StatusBadge';
import { Time } from '@/ui/Time';
import classes from './Background.module.css';
import { RunLog } from './RunLog';

/** One run of the panel: how it stands, what it was asked, its log, and the way to stop it. */
export function InstanceCard({ instance }: { instance: BackgroundInstance }) {
  const { instanceId, agentId, agentName, threadId, status, startedAt, stoppedAt, durationMs, task, error } = instance;
  const [open, { toggle }] = useDisclosure(false);
  const active = status === 'active';
  return (
    <li className={classes.card}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={paths.agent(agentId)} c="inherit" fw={600} size="sm" truncate>
          {agentName}
        </Anchor>
        <StatusBadge status={status} size="sm" moving={active} />
      </Group>
      <Text size="xs" c="dimmed">
        <Time at={startedAt} mode={active ? 'local' : 'both'} />
        {' · '}
        <Duration ms={active ? undefined : (durationMs ?? between(startedAt, stoppedAt))} since={startedAt} />
      </Text>
      {task && (
        <Text size="sm" lineClamp={2} mt={4}>
          {task}
        </Text>
      )}
      {error && (
        <Text size="sm" c={status === 'failed' ? 'red' : 'dimmed'} lineClamp={3} mt={4} className={classes.error}>
          {error}
        </Text>
      )}
      <Group gap={4} mt={6} ml={-8}>
        <Button variant="subtle" size="compact-sm" aria-expanded={open} aria-label={`Log of ${agentName}`} onClick={toggle}>
          {open ? 'Hide log' : 'Log'}
        </Button>
        <Button component={Link} to={paths.session(threadId)} variant="subtle" size="compact-sm">
          Open session
        </Button>
        {active && <Stop instanceId={instanceId} agentName={agentName} />}
      </Group>
      {open && <RunLog runId={instanceId} active={active} />}
    </li>
  );
}

function Stop({ instanceId, agentName }: { instanceId: string; agentName: string }) {
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => stopInBackground(instanceId),
    onError: (error) => tellFailed(`${agentName} was not stopped`, error),
    onSettled: () => client.invalidateQueries({ queryKey: keys.background }),
  });
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      leftSection={<StopIcon size={14} />}
      aria-label={`Stop ${agentName}`}
      loading={stop.isPending}
      onClick={() => stop.mutate()}
    >
      Stop
    </Button>
  );
}

function between(from: string, to?: string): number {
  return to ? Date.parse(to) - Date.parse(from) : 0;
}
