import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '@/api/queries';
import type { Agent } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';
import { MemberSelect } from '@/ui/MemberSelect';
import { useHandOver } from './useAgentChanges';

export function HandOverDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const { data: me } = useQuery(meQuery);
  const [heir, setHeir] = useState<string | null>(null);
  const handing = useHandOver(agent, onClose);
  return (
    <FormDialog
      opened
      title={`Hand ${agent.name} over?`}
      action="Hand over"
      busy={handing.isPending}
      incomplete={heir === null}
      error={handing.error}
      failure={`${agent.name} was not handed over`}
      onSubmit={() => heir !== null && handing.mutate(heir)}
      onClose={onClose}
    >
      <Text size="sm">
        They get everything: instructions, history and sessions. It arrives paused, and reads only sources that the new
        owner may read. Only they can give it back.
      </Text>
      <MemberSelect
        label="New owner"
        placeholder="Search by name"
        required
        data-autofocus
        value={heir}
        onChange={setHeir}
        without={[...(agent.owner.id ? [agent.owner.id] : []), ...(me ? [me.id] : [])]}
      />
    </FormDialog>
  );
}
