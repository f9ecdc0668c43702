import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Agent } from '@/api/types';
import { useRunNow } from './useAgentActions';

interface Props {
  agent: Agent;
  opened: boolean;
  onClose: () => void;
}

export function RunNowDialog({ agent, opened, onClose }: Props) {
  const run = useRunNow(agent);
  const [task, setTask] = useState('');
  const start = () =>
    run.mutate(task, {
      onSuccess: () => {
        setTask('');
        onClose();
      },
    });
  return (
    <Modal opened={opened} onClose={onClose} title={`Run ${agent.name} now`} centered>
      <Textarea
        label="Task"
        description="What this run is about, beside the agent's instructions. Optional."
        autosize
        minRows={3}
        maxRows={12}
        data-autofocus
        value={task}
        onChange={(event) => setTask(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={run.isPending} onClick={start}>
          Run
        </Button>
      </Group>
    </Modal>
  );
}
