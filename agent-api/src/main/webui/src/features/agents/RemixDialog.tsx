import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/problem';
import type { Agent } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';
import { useRemix } from './useAgentChanges';

export function RemixDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const [name, setName] = useState(`${agent.name} remix`);
  const remixing = useRemix(agent, onClose);
  const fault = remixing.error instanceof ApiError ? remixing.error.fields.name : undefined;
  return (
    <FormDialog
      opened
      title={`Remix ${agent.name}`}
      action="Remix"
      busy={remixing.isPending}
      error={fault ? null : remixing.error}
      failure={`${agent.name} was not remixed`}
      onSubmit={() => remixing.mutate(name.trim())}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fault}
      />
      <Text size="sm">
        It becomes a user agent of your own that starts as a copy. What you change in it changes nothing in {agent.name}.
      </Text>
    </FormDialog>
  );
}
