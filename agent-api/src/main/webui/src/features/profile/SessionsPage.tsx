import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { accountKeys, endOtherSessions, endSession, sessionsQuery } from '@/api/account';
import type { BrowserSession } from '@/api/types';
import { Confirm } from '@/ui/Confirm';
import { EmptyState } from '@/ui/EmptyState';
import { DeviceIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { nothing, Table, type Column } from '@/ui/Table';
import { Tag } from '@/ui/Tag';
import { Time } from '@/ui/Time';
import { browserInWords } from './browsers';

const columns: Column<BrowserSession>[] = [
  { header: 'Browser', as: 'heading', grow: true, cell: (session) => <Browser session={session} /> },
  { header: 'Address', cell: ({ address }) => address ?? nothing },
  { header: 'Last seen', cell: ({ lastSeenAt }) => <Time at={lastSeenAt} mode="relative" /> },
  { header: 'Signed in', cell: ({ createdAt }) => <Time at={createdAt} mode="local" /> },
  { header: 'Actions', as: 'corner', cell: (session) => <End session={session} /> },
];

export function SessionsPage() {
  const sessions = useInfiniteQuery(sessionsQuery);
  return (
    <Page
      title="Where you are signed in"
      below={
        <Text size="sm" c="dimmed">
          A browser that you do not know? Sign it out, then change your password.
        </Text>
      }
      actions={<EndOthers />}
    >
      <PagedList
        list={sessions}
        empty={
          <EmptyState icon={<DeviceIcon size={22} />} title="No browser is signed in">
            You came here in another way than by signing in: with an access token, through a proxy, or because nobody
            signs in to this installation.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Browsers" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
    </Page>
  );
}

function Browser({ session: { userAgent, current } }: { session: BrowserSession }) {
  return (
    <Group gap="xs" title={userAgent}>
      <Text size="sm" fw={600}>
        {browserInWords(userAgent)}
      </Text>
      {current && <Tag>This browser</Tag>}
    </Group>
  );
}

function End({ session }: { session: BrowserSession }) {
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endSession(session.id),
    onSuccess: () => {
      tellDone('That browser is signed out.');
      return client.invalidateQueries({ queryKey: accountKeys.sessions });
    },
    onError: (error) => tellFailed('That browser is still signed in', error),
  });
  return session.current ? null : (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={`Sign out ${browserInWords(session.userAgent)}`}
      loading={ending.isPending}
      onClick={() => ending.mutate()}
    >
      Sign out
    </Button>
  );
}

function EndOthers() {
  const client = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const ending = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => {
      tellDone('Every other browser is signed out.');
      return client.invalidateQueries({ queryKey: accountKeys.sessions });
    },
    onError: (error) => tellFailed('The other browsers are still signed in', error),
    onSettled: close,
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        Sign out everywhere else
      </Button>
      <Confirm
        opened={asking}
        title="Sign out everywhere else?"
        action="Sign out"
        busy={ending.isPending}
        onConfirm={() => ending.mutate()}
        onClose={close}
      >
        Every other browser must sign in again. Access tokens stay valid.
      </Confirm>
    </>
  );
}
