import { Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountKeys, createToken } from '@/api/account';
import { ApiError } from '@/api/problem';
import { meQuery } from '@/api/queries';
import { FormDialog } from '@/ui/FormDialog';
import { REACHES } from './scopes';

const DAY_MS = 86_400_000;
const LIFETIMES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
];

interface Values {
  name: string;
  reach: (typeof REACHES)[number]['value'];
  days: string;
}

interface Props {
  onClose: () => void;
  onCreated: (token: string) => void;
}

export function NewToken({ onClose, onCreated }: Props) {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const form = useForm<Values>({ initialValues: { name: '', reach: 'read', days: '30' } });
  const creating = useMutation({
    mutationFn: ({ name, reach, days }: Values) =>
      createToken({
        name,
        scopes: [...(REACHES.find(({ value }) => value === reach) ?? REACHES[0]).scopes],
        ...(days !== '' && { expiresAt: new Date(Date.now() + Number(days) * DAY_MS).toISOString() }),
      }),
    onSuccess: async ({ token }) => {
      onCreated(token);
      await client.invalidateQueries({ queryKey: accountKeys.tokens });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  return (
    <FormDialog
      opened
      title="New access token"
      action="Create token"
      busy={creating.isPending}
      error={Object.keys(form.errors).length > 0 ? null : creating.error}
      failure="The token was not created"
      onSubmit={form.onSubmit((values) => creating.mutate(values))}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="What it is for, so that you know later."
        placeholder="laptop"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Input.Wrapper label="It may" labelElement="div" error={form.errors.scopes}>
        <SegmentedControl
          fullWidth
          orientation="vertical"
          mt={4}
          aria-label="It may"
          data={REACHES.filter(({ value }) => value !== 'admin' || me?.role === 'admin').map(({ value, label }) => ({
            value,
            label,
          }))}
          value={form.values.reach}
          onChange={(reach) => form.setFieldValue('reach', reach as Values['reach'])}
        />
      </Input.Wrapper>
      <Select
        label="Valid for"
        allowDeselect={false}
        data={LIFETIMES}
        value={form.values.days}
        onChange={(days) => form.setFieldValue('days', days ?? '')}
        error={form.errors.expiresAt}
      />
    </FormDialog>
  );
}
