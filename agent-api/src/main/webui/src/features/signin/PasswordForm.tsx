import { Anchor, Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { signIn } from '@/api/account';
import { isStatus } from '@/api/problem';
import { keys } from '@/api/queries';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { PasswordField } from '@/ui/PasswordField';

export function PasswordForm() {
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    onSuccess: () => client.refetchQueries({ queryKey: keys.me }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  const refused = isStatus(enter.error, 401);
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={refused && 'The username or the password is not right.'}
        />
        {enter.error && !refused && <ErrorAlert error={enter.error} title="You are not signed in" />}
        <Button type="submit" loading={enter.isPending}>
          Sign in
        </Button>
        <Help />
      </Stack>
    </form>
  );
}

function Help() {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Anchor component="button" type="button" size="sm" onClick={toggle} aria-expanded={open}>
        No account, or no password?
      </Anchor>
      {open && (
        <Stack gap="xs" mt="xs">
          <Text size="sm">
            <b>Just installed?</b> The first user is <Code>admin</Code>. Its password was printed once, when Nightshift
            started for the first time, and stands in the file <Code>admin-password</Code> of the data folder (
            <Code>.nightshift</Code>) until it is changed.
          </Text>
          <Text size="sm">
            <b>New here?</b> An admin sends you an invite: a link, valid for 72 hours, that opens your account.
          </Text>
          <Text size="sm">
            <b>Forgotten?</b> An admin can give you a new password. Who runs the installation can do so for a
            locked-out admin with <Code>./nightshift reset-admin</Code>.
          </Text>
        </Stack>
      )}
    </div>
  );
}
