import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { signIn } from '@/api/calls';
import { isStatus } from '@/api/problem';
import { keys, meQuery } from '@/api/queries';
import { safeReturnPath } from '@/lib/paths';
import { ErrorAlert } from '@/ui/ErrorAlert';
import classes from './SignInPage.module.css';

export function SignInPage() {
  useDocumentTitle('Sign in · Nightshift');
  const client = useQueryClient();
  const [params] = useSearchParams();
  const { data: me } = useQuery(meQuery);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    onSuccess: () => client.refetchQueries({ queryKey: keys.me }),
  });

  if (me) {
    return <Navigate to={safeReturnPath(params.get('next'))} replace />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  const refused = isStatus(enter.error, 401);
  return (
    <main className={classes.page}>
      <Paper className={classes.card} withBorder p="xl">
        <form onSubmit={submit}>
          <Stack>
            <div className={classes.brand}>
              <img src="/favicon.svg" width={44} height={44} alt="" />
              <Title order={1} size="h3">
                Sign in to Nightshift
              </Title>
              <Text size="sm" c="dimmed">
                Agents that work while you do not.
              </Text>
            </div>
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
            <PasswordInput
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
          </Stack>
        </form>
      </Paper>
    </main>
  );
}
