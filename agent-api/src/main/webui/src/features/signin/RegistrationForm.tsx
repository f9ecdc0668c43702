import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { register } from '@/api/account';
import { ApiError } from '@/api/problem';
import { keys } from '@/api/queries';
import type { OpenInvite } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { tellDone } from '@/ui/notify';
import { PasswordField } from '@/ui/PasswordField';
import { Time } from '@/ui/Time';
import { Card } from './Card';
import { isEnded, NoWayIn } from './NoWayIn';

const EMPTY = { username: '', name: '', password: '' };

/** Opens an account with an invite. Whatever is refused leaves the invite unused. */
export function RegistrationForm({ code, invite }: { code: string; invite: OpenInvite }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: EMPTY });
  const joining = useMutation({
    mutationFn: ({ username, name, password }: typeof EMPTY) =>
      register({ invite: code, username: username.trim(), password, ...(name.trim() !== '' && { name: name.trim() }) }),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: keys.me });
      tellDone('Welcome. Your account is open.');
      await navigate(paths.agents, { replace: true });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  if (isEnded(joining.error)) {
    return <NoWayIn error={joining.error} retry={() => undefined} />;
  }
  const shownAtControls = Object.keys(form.errors).length > 0;
  return (
    <Card title="Welcome to Nightshift" hint={<As invite={invite} />}>
      <form noValidate onSubmit={form.onSubmit((values) => joining.mutate(values))}>
        <Stack>
          <TextInput
            label="Username"
            description="3 to 64 letters, digits, dots, hyphens and underscores."
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            data-autofocus
            {...form.getInputProps('username')}
          />
          <TextInput
            label="Name"
            description="How others see you. Optional."
            autoComplete="name"
            {...form.getInputProps('name')}
          />
          <PasswordField
            label="Password"
            description="At least 8 characters."
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          {joining.error && !shownAtControls && <ErrorAlert error={joining.error} title="The account was not opened" />}
          <Button type="submit" loading={joining.isPending}>
            Open the account
          </Button>
          <Text size="xs" c="dimmed" ta="center">
            The invite is valid until <Time at={invite.expiresAt} mode="local" />.
          </Text>
        </Stack>
      </form>
    </Card>
  );
}

function As({ invite: { role, email, invitedBy } }: { invite: OpenInvite }) {
  return (
    <>
      {invitedBy ? `${invitedBy} invited you` : 'You are invited'} as {role === 'admin' ? 'an admin' : 'a member'}
      {email && ` (${email})`}. Choose how you will sign in.
    </>
  );
}
