import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '@/api/problem';
import type { Group } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';
import { useSaveGroup } from './useGroups';

export function GroupForm({ group, onClose }: { group?: Group; onClose: () => void }) {
  const [name, setName] = useState(group?.name ?? '');
  const saving = useSaveGroup(group, onClose);
  const fault = saving.error instanceof ApiError ? saving.error.fields.name : undefined;
  return (
    <FormDialog
      opened
      title={group ? `Rename ${group.name}` : 'New group'}
      action={group ? 'Rename' : 'Create group'}
      busy={saving.isPending}
      error={fault ? null : saving.error}
      failure="The group was not saved"
      onSubmit={() => saving.mutate(name.trim())}
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
    </FormDialog>
  );
}
