import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '@/api/queries';
import type { Member } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';
import { MemberSelect } from '@/ui/MemberSelect';
import { useRemoveMember } from './useMembers';

/** Asks what becomes of the agents: they stop, or somebody else gets them – never the admin who removes their owner. */
export function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { data: me } = useQuery(meQuery);
  const [fate, setFate] = useState<'stop' | 'hand-over'>('stop');
  const [heir, setHeir] = useState<string | null>(null);
  const removing = useRemoveMember(member, onClose);
  const handsOver = fate === 'hand-over';
  return (
    <FormDialog
      opened
      title={`Remove ${member.name}?`}
      action="Remove member"
      color="red"
      busy={removing.isPending}
      incomplete={handsOver && heir === null}
      error={removing.error}
      failure={`${member.name} was not removed`}
      onSubmit={() => removing.mutate(handsOver && heir !== null ? heir : undefined)}
      onClose={onClose}
    >
      <Text size="sm">
        {member.name} is signed out, loses every access token, and cannot come in again. What was done stays in the
        history. This cannot be undone.
      </Text>
      <Radio.Group
        label={`The agents of ${member.name}`}
        value={fate}
        onChange={(value) => setFate(value === 'hand-over' ? 'hand-over' : 'stop')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="stop" label="Stop" description="Nobody can read or start them any more." />
          <Radio
            value="hand-over"
            label="Go to somebody else"
            description="They arrive paused, and read only sources that the new owner may read."
          />
        </Stack>
      </Radio.Group>
      {handsOver && (
        <MemberSelect
          label="New owner"
          required
          placeholder="Search by name"
          value={heir}
          onChange={setHeir}
          without={[member.id, ...(me ? [me.id] : [])]}
        />
      )}
    </FormDialog>
  );
}
