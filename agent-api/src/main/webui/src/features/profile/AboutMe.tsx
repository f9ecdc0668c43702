import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeMe } from '@/api/account';
import { ApiError } from '@/api/problem';
import { keys } from '@/api/queries';
import type { Me, OwnChange } from '@/api/types';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { tellDone } from '@/ui/notify';
import { Section } from '@/ui/Section';

interface Values {
  name: string;
  email: string;
}

export function AboutMe({ me }: { me: Me }) {
  const client = useQueryClient();
  const form = useForm<Values>({ initialValues: { name: me.name, email: me.email ?? '' } });
  const saving = useMutation({
    mutationFn: (values: Values) => changeMe(change(me, values)),
    onSuccess: (changed) => {
      client.setQueryData(keys.me, changed);
      const saved = { name: changed.name, email: changed.email ?? '' };
      form.setInitialValues(saved);
      form.setValues(saved);
      tellDone('Your profile is saved.');
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  const shownAtControls = form.errors.name || form.errors.email;
  return (
    <Section title="About you" hint={<>You are {me.role === 'admin' ? 'an admin' : 'a member'} here.</>}>
      <form noValidate onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Group align="flex-start" grow preventGrowOverflow={false} mb="md">
          <TextInput label="Username" value={me.username} readOnly description="Cannot be changed." inputWrapperOrder={['label', 'input', 'description', 'error']} />
          <TextInput label="Name" autoComplete="name" required {...form.getInputProps('name')} />
        </Group>
        <TextInput
          label="E-mail"
          description="Where you are told that an agent failed or waits for you. Optional."
          type="email"
          autoComplete="email"
          mb="md"
          {...form.getInputProps('email')}
        />
        {saving.error && !shownAtControls && <ErrorAlert error={saving.error} title="Your profile was not saved" />}
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={saving.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </form>
    </Section>
  );
}

function change(me: Me, { name, email }: Values): OwnChange {
  return {
    ...(name !== me.name && { name }),
    ...(email.trim() !== (me.email ?? '') && { email: email.trim() === '' ? null : email.trim() }),
  };
}
