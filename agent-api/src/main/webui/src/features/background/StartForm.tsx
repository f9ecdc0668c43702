import { Button, Group, Paper, Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { startInBackground } from '@/api/calls';
import { agentChoicesQuery, keys } from '@/api/queries';
import { ErrorAlert } from '@/ui/ErrorAlert';

export function StartForm({ onStarted, onCancel }: { onStarted: () => void; onCancel: () => void }) {
  const client = useQueryClient();
  const { data: agents, error } = useQuery(agentChoicesQuery);
  const [agentId, setAgentId] = useState<string | null>(null);
  const [task, setTask] = useState('');
  const start = useMutation({
    mutationFn: (id: string) => startInBackground(id, task),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.background });
      onStarted();
    },
  });
  const runnable = (agents ?? []).filter((agent) => agent.instructions !== undefined);
  return (
    <Paper withBorder p="sm" mt="sm" component="section" aria-label="Start a background agent">
      <Stack gap="sm">
        <Select
          label="Agent"
          placeholder="Choose an agent"
          nothingFoundMessage="You have no agent of that name. Create one on the Agents page."
          searchable
          data-autofocus
          data={runnable.map(({ id, name }) => ({ value: id, label: name }))}
          value={agentId}
          onChange={setAgentId}
        />
        <Textarea
          label="Task"
          description="Optional"
          autosize
          minRows={2}
          maxRows={8}
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
        />
        {error && <ErrorAlert error={error} title="The agents could not be loaded" />}
        {start.error && <ErrorAlert error={start.error} title="The agent was not started" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" onClick={onCancel}>
            Cancel
          </Button>
          <Button
            size="sm"
            disabled={agentId === null}
            loading={start.isPending}
            onClick={() => agentId !== null && start.mutate(agentId)}
          >
            Start
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
