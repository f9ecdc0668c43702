import { Input, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createInvite, peopleKeys } from '@/api/people';
import { ApiError } from '@/api/problem';
import type { Invite, Role } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';

interface Props {
  onClose: () => void;
  onCreated: (invite: Invite) => void;
}

export function NewInvite({ onClose, onCreated }: Props) {
  const client = useQueryClient();
  const form = useForm<{ role: Role; email: string }>({ initialValues: { role: 'member', email: '' } });
  const creating = useMutation({
    mutationFn: ({ role, email }: { role: Role; email: string }) => createInvite(role, email.trim()),
    onSuccess: async (invite) => {
      onCreated(invite);
      await client.invalidateQueries({ queryKey: peopleKeys.invites });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  return (
    <FormDialog
      opened
      title="New invite"
      action="Make the link"
      busy={creating.isPending}
      error={Object.keys(form.errors).length > 0 ? null : creating.error}
      failure="The invite was not made"
      onSubmit={form.onSubmit((values) => creating.mutate(values))}
      onClose={onClose}
    >
      <Input.Wrapper label="As" labelElement="div" error={form.errors.role}>
        <SegmentedControl
          display="flex"
          mt={4}
          aria-label="As"
          data={[
            { value: 'member', label: 'Member' },
            { value: 'admin', label: 'Admin' },
          ]}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role === 'admin' ? 'admin' : 'member')}
        />
      </Input.Wrapper>
      <TextInput
        label="E-mail"
        description="To know later whom it was for; nothing is sent there. Optional."
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
    </FormDialog>
  );
}
