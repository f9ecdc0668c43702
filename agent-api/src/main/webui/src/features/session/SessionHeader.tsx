import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { stopRun } from '@/api/calls';
import type { Session } from '@/api/types';
import { paths } from '@/lib/paths';
import { capitalised, counted, endReasonInWords } from '@/lib/words';
import { Duration } from '@/ui/Duration';
import { BackIcon, StopIcon } from '@/ui/icons';
import { tellFailed } from '@/ui/notify';
import { StatusBadge } from '@/ui/StatusBadge';
import { Time } from '@/ui/Time';
import { ConnectionState } from './ConnectionState';
import type { Connection } from './liveSession';
import classes from './Session.module.css';
import type { RunView } from './timeline';

interface Props {
  session: Session;
  run: RunView | undefined;
  connection: Connection;
}

export function SessionHeader({ session, run, connection }: Props) {
  const name = session.agentName ?? 'Agent';
  const chat = session.kind === 'chat';
  useDocumentTitle(`${chat ? `Chat with ${name}` : name} · Nightshift`);
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <Anchor component={Link} to={paths.agent(session.agentId)} size="sm" truncate>
          <Group gap={4} component="span" wrap="nowrap">
            <BackIcon size={14} />
            {name}
          </Group>
        </Anchor>
        <ConnectionState connection={connection} />
      </div>
      <div className={classes.heading}>
        <Group gap="xs">
          <Title order={1} size="h3" className={classes.title}>
            {chat ? `Chat with ${name}` : `Run of ${name}`}
          </Title>
          <span role="status" aria-label="Status of the run">
            {run && <StatusBadge status={run.status} />}
          </span>
        </Group>
        {run && <RunFacts run={run} />}
      </div>
      {run && <Stop run={run} allowed={session.role !== 'viewer'} />}
    </header>
  );
}

function RunFacts({ run }: { run: RunView }) {
  const unusual = run.endReason !== undefined && run.endReason !== 'finished';
  return (
    <Text size="sm" c="dimmed" component="div" className={classes.facts}>
      {run.trigger && run.trigger !== 'chat' && <span>{capitalised(run.trigger)}</span>}
      {run.startedAt && (
        <span>
          <Time at={run.startedAt} mode="local" />
        </span>
      )}
      {run.startedAt && <Duration ms={run.durationMs} since={run.startedAt} />}
      <span>{counted(run.toolCalls, 'tool call')}</span>
      {unusual && <span>{endReasonInWords(run.endReason ?? '')}</span>}
    </Text>
  );
}

function Stop({ run, allowed }: { run: RunView; allowed: boolean }) {
  const stop = useMutation({
    mutationFn: () => stopRun(run.runId),
    onError: (error) => tellFailed('The run was not stopped', error),
  });
  const active = run.status === 'pending' || run.status === 'running' || run.status === 'waiting';
  if (!active || !allowed) {
    return null;
  }
  return (
    <Button
      color="red"
      variant="light"
      leftSection={<StopIcon size={16} />}
      loading={stop.isPending || stop.isSuccess}
      onClick={() => stop.mutate()}
    >
      Stop
    </Button>
  );
}
