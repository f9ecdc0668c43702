import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { decideDevice, deviceQuery } from '@/api/account';
import { isStatus } from '@/api/problem';
import { meQuery } from '@/api/queries';
import type { Device } from '@/api/types';
import { paths } from '@/lib/paths';
import { useSearchParam } from '@/lib/useSearchParam';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { Time } from '@/ui/Time';
import { Card } from './Card';

const MAY: Record<Device['scopes'][number], string> = {
  read: 'See what you may see',
  write: 'Do what you may do: create and run agents, write in chats',
  admin: 'Act as an admin',
};

/** Where somebody lets a command line act as them: the code that it shows is typed, looked at, and decided on. */
export function DevicePage() {
  // The address that the command line shows names the code in full; a short one may be passed on by hand.
  const [passed] = useSearchParam('code');
  const [named, setCode] = useSearchParam('userCode');
  const code = named || passed;
  const { data: device, error, isFetching } = useQuery(deviceQuery(code));
  return code !== '' && device ? (
    <Decide code={code} device={device} />
  ) : (
    <EnterCode initial={code} busy={isFetching} error={error} onEnter={setCode} />
  );
}

interface EnterProps {
  initial: string;
  busy: boolean;
  error: unknown;
  onEnter: (code: string) => void;
}

function EnterCode({ initial, busy, error, onEnter }: EnterProps) {
  const [typed, setTyped] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnter(typed.trim());
  };
  const unknown = isStatus(error, 404) && typed.trim() === initial;
  return (
    <Card title="Connect a command line" hint="Type the code that it shows you.">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Code"
            placeholder="WDJB-MJHT"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            withAsterisk={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={unknown && 'No command line waits with this code. It may have expired, or been used.'}
          />
          {error && !unknown ? <ErrorAlert error={error} /> : null}
          <Button type="submit" loading={busy}>
            Continue
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Decide({ code, device }: { code: string; device: Device }) {
  const { data: me } = useQuery(meQuery);
  const deciding = useMutation({ mutationFn: (decision: 'approve' | 'deny') => decideDevice(code, decision) });
  if (deciding.isSuccess) {
    return <Decided approved={deciding.variables === 'approve'} clientId={device.clientId} />;
  }
  return (
    <Card
      title={`Let ${device.clientId} in?`}
      hint={`It would act as ${me?.name ?? 'you'}. Go on only if you have started it yourself and it shows this code.`}
    >
      <Text ta="center" size="xl" fw={700} ff="monospace">
        {code.toUpperCase()}
      </Text>
      <div>
        <Text size="sm" fw={600}>
          It could
        </Text>
        <List size="sm">
          {device.scopes.map((scope) => (
            <List.Item key={scope}>{MAY[scope]}</List.Item>
          ))}
        </List>
      </div>
      {deciding.error && <ErrorAlert error={deciding.error} title="Nothing was decided" />}
      <Group grow>
        <Button
          variant="default"
          loading={deciding.isPending && deciding.variables === 'deny'}
          onClick={() => deciding.mutate('deny')}
        >
          Refuse
        </Button>
        <Button
          loading={deciding.isPending && deciding.variables === 'approve'}
          onClick={() => deciding.mutate('approve')}
        >
          Let it in
        </Button>
      </Group>
      <Text size="xs" c="dimmed" ta="center">
        The code is valid until <Time at={device.expiresAt} mode="local" />.
      </Text>
    </Card>
  );
}

function Decided({ approved, clientId }: { approved: boolean; clientId: string }) {
  return (
    <Card
      title={approved ? `${clientId} is signed in` : `${clientId} was refused`}
      hint={
        approved
          ? 'Go back to it. Its access stands among your access tokens, where you can revoke it at any time.'
          : 'It got no access. You can close this page.'
      }
    >
      <Button component={Link} to={approved ? paths.profileTokens : paths.agents} variant="default">
        {approved ? 'See your access tokens' : 'Go to agents'}
      </Button>
    </Card>
  );
}
