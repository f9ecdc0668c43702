import { Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { emergencyStopQuery, releaseEmergencyStop, stopEverything } from '@/api/installation';
import { keys } from '@/api/queries';
import type { EmergencyStop } from '@/api/types';
import { Confirm } from '@/ui/Confirm';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { FormDialog } from '@/ui/FormDialog';
import { PlayIcon, StopIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';
import { Page, RowSkeletons } from '@/ui/Page';
import { Section } from '@/ui/Section';
import { Time } from '@/ui/Time';
import classes from './EmergencyStop.module.css';

export function EmergencyStopPage() {
  const { data: stop, error, refetch } = useQuery(emergencyStopQuery);
  return (
    <Page title="Emergency stop" width="form">
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!stop && !error && <RowSkeletons rows={3} />}
      {stop && (stop.active ? <Release stop={stop} /> : <Stop />)}
    </Page>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [emergencyStopQuery.queryKey, keys.agents, keys.background].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

function Stop() {
  const [asking, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const refresh = useRefresh();
  const stopping = useMutation({
    mutationFn: () => stopEverything(reason.trim()),
    onSuccess: () => {
      close();
      tellDone('Everything is stopped.');
      return refresh();
    },
  });
  return (
    <Section title="Stop everything" hint="When agents do harm and there is no time to find out which.">
      <List size="sm" spacing={4}>
        <List.Item>Every run ends now, chats too.</List.Item>
        <List.Item>Every active agent is stopped, and nothing can be started.</List.Item>
        <List.Item>Everybody sees that you did it, and why.</List.Item>
        <List.Item>It lasts until an admin releases it; agents then return to what they were.</List.Item>
      </List>
      <div className={classes.middle}>
        <Button color="red" size="xl" leftSection={<StopIcon size={26} />} onClick={open}>
          Stop everything
        </Button>
      </div>
      <FormDialog
        opened={asking}
        title="Stop everything?"
        action="Stop everything now"
        color="red"
        busy={stopping.isPending}
        incomplete={reason.trim() === ''}
        error={stopping.error}
        failure="Nothing was stopped"
        onSubmit={() => stopping.mutate()}
        onClose={close}
      >
        <Textarea
          label="Reason"
          description="Everybody reads it."
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormDialog>
    </Section>
  );
}

function Release({ stop }: { stop: EmergencyStop }) {
  const [asking, { open, close }] = useDisclosure(false);
  const refresh = useRefresh();
  const releasing = useMutation({
    mutationFn: releaseEmergencyStop,
    onSuccess: () => {
      tellDone('The emergency stop is released. Agents are what they were before it.');
      return refresh();
    },
    onError: (error) => tellFailed('Everything is still stopped', error),
    onSettled: close,
  });
  return (
    <Section title="Everything is stopped" hint={stop.since && <Time at={stop.since} />}>
      <Stack gap={4}>
        <Text size="sm">By {stop.by?.name ?? 'an admin'}, because:</Text>
        <blockquote className={classes.reason}>{stop.reason}</blockquote>
      </Stack>
      <div className={classes.middle}>
        <Button size="xl" leftSection={<PlayIcon size={26} />} onClick={open}>
          Release the stop
        </Button>
      </div>
      <Confirm
        opened={asking}
        title="Release the emergency stop?"
        action="Release"
        busy={releasing.isPending}
        onConfirm={() => releasing.mutate()}
        onClose={close}
      >
        Agents that it stopped are active again and run when they are due. Runs that it ended stay ended.
      </Confirm>
    </Section>
  );
}
