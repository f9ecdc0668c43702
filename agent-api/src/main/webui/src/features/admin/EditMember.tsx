import { Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMember, peopleKeys } from '@/api/people';
import { ApiError } from '@/api/problem';
import { keys } from '@/api/queries';
import type { Member, MemberChange, Role } from '@/api/types';
import { FormDialog } from '@/ui/FormDialog';
import { tellDone } from '@/ui/notify';

interface Values {
  name: string;
  email: string;
  role: Role;
  /** Empty: the installation's own limit. */
  maxAgents: number | '';
}

export function EditMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const client = useQueryClient();
  const before: Values = {
    name: member.name,
    email: member.email ?? '',
    role: member.role ?? 'member',
    maxAgents: member.maxAgents ?? '',
  };
  const form = useForm<Values>({ initialValues: before });
  const saving = useMutation({
    mutationFn: (after: Values) => changeMember(member.id, changeOf(before, after)),
    onSuccess: async (saved) => {
      onClose();
      tellDone(`${saved.name} is saved.`);
      await client.invalidateQueries({ queryKey: peopleKeys.members });
      await client.invalidateQueries({ queryKey: keys.me });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  return (
    <FormDialog
      opened
      title={`Edit ${member.name}`}
      action="Save changes"
      busy={saving.isPending}
      error={Object.keys(form.errors).length > 0 ? null : saving.error}
      failure={`${member.name} was not changed`}
      onSubmit={form.onSubmit((values) => saving.mutate(values))}
      onClose={onClose}
    >
      <Input.Wrapper
        label="Role"
        labelElement="div"
        description="Admins manage members, org agents, sources and this installation."
        error={form.errors.role}
      >
        <SegmentedControl
          mt={6}
          aria-label="Role"
          data={[
            { value: 'member', label: 'Member' },
            { value: 'admin', label: 'Admin' },
          ]}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role === 'admin' ? 'admin' : 'member')}
        />
      </Input.Wrapper>
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
      <NumberInput
        label="Most agents"
        description="Empty: as many as the installation allows everybody."
        min={0}
        allowDecimal={false}
        value={form.values.maxAgents}
        onChange={(value) => form.setFieldValue('maxAgents', typeof value === 'number' ? value : '')}
        error={form.errors.maxAgents}
      />
    </FormDialog>
  );
}

/** Only what differs, with `null` for what was emptied. */
function changeOf(before: Values, after: Values): MemberChange {
  return {
    ...(after.name !== before.name && { name: after.name }),
    ...(after.email !== before.email && { email: after.email.trim() === '' ? null : after.email.trim() }),
    ...(after.role !== before.role && { role: after.role }),
    ...(after.maxAgents !== before.maxAgents && { maxAgents: after.maxAgents === '' ? null : after.maxAgents }),
  };
}
