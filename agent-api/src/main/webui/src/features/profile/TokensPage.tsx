import { Button, Code, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountKeys, revokeToken, tokensQuery } from '@/api/account';
import type { AccessToken } from '@/api/types';
import { Confirm } from '@/ui/Confirm';
import { EmptyState } from '@/ui/EmptyState';
import { KeyIcon, PlusIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { ShownOnce } from '@/ui/ShownOnce';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { NewToken } from './NewToken';
import { scopesInWords } from './scopes';

const columns: Column<AccessToken>[] = [
  { header: 'Name', as: 'heading', grow: true, cell: (token) => <Name token={token} /> },
  { header: 'May', cell: ({ scopes }) => scopesInWords(scopes) },
  { header: 'Expires', cell: ({ expiresAt }) => (expiresAt ? <Expiry at={expiresAt} /> : 'Never') },
  { header: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} mode="relative" /> : 'Never') },
  { header: 'Created', cell: ({ createdAt }) => <Time at={createdAt} mode="local" /> },
  { header: 'Actions', as: 'corner', cell: (token) => <Revoke token={token} /> },
];

export function TokensPage() {
  const tokens = useInfiniteQuery(tokensQuery);
  const [creating, { open, close }] = useDisclosure(false);
  const [created, setCreated] = useState<string>();
  const newButton = (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      New token
    </Button>
  );
  return (
    <Page
      title="Access tokens"
      below={
        <Text size="sm" c="dimmed">
          For scripts and command lines that act as you. Sent as <Code>Authorization: Bearer …</Code>
        </Text>
      }
      actions={newButton}
    >
      <PagedList
        list={tokens}
        empty={
          <EmptyState icon={<KeyIcon size={22} />} title="No access tokens" action={newButton}>
            Create one for each script, so that each can be revoked by itself.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Access tokens" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
      {creating && (
        <NewToken
          onClose={close}
          onCreated={(token) => {
            close();
            setCreated(token);
          }}
        />
      )}
      <ShownOnce title="Your new token" label="Token" value={created} onClose={() => setCreated(undefined)}>
        Copy it to where it is needed. Whoever has it can act as you.
      </ShownOnce>
    </Page>
  );
}

function Name({ token: { name, prefix } }: { token: AccessToken }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {prefix}…
      </Text>
    </>
  );
}

function Expiry({ at }: { at: string }) {
  return Date.parse(at) < Date.now() ? (
    <Text span inherit c="red">
      Expired
    </Text>
  ) : (
    <Time at={at} mode="relative" />
  );
}

function Revoke({ token }: { token: AccessToken }) {
  const client = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const revoking = useMutation({
    mutationFn: () => revokeToken(token.id),
    onSuccess: () => {
      close();
      tellDone(`${token.name} is revoked.`);
      return client.invalidateQueries({ queryKey: accountKeys.tokens });
    },
    onError: (error) => tellFailed(`${token.name} was not revoked`, error),
  });
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" aria-label={`Revoke ${token.name}`} onClick={open}>
        Revoke
      </Button>
      <Confirm
        opened={asking}
        title={`Revoke ${token.name}?`}
        action="Revoke token"
        busy={revoking.isPending}
        onConfirm={() => revoking.mutate()}
        onClose={close}
      >
        What uses it is refused from now on. This cannot be undone.
      </Confirm>
    </>
  );
}
