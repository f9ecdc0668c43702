import { Button, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invitesQuery, peopleKeys, revokeInvite } from '@/api/people';
import { configQuery } from '@/api/queries';
import type { Invite } from '@/api/types';
import { useSearchParam } from '@/lib/useSearchParam';
import { capitalised } from '@/lib/words';
import { Confirm } from '@/ui/Confirm';
import { EmptyState } from '@/ui/EmptyState';
import { MailIcon, PlusIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { ShownOnce } from '@/ui/ShownOnce';
import { StatusBadge } from '@/ui/StatusBadge';
import { Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import { NewInvite } from './NewInvite';

const STATES = ['', 'open', 'used', 'expired', 'revoked'];

const columns: Column<Invite>[] = [
  { header: 'For', as: 'heading', grow: true, cell: ({ email }) => <b>{email ?? 'Whoever has the link'}</b> },
  { header: 'Role', cell: ({ role }) => capitalised(role) },
  { header: 'State', cell: ({ state }) => <StatusBadge status={state} /> },
  { header: 'Made', cell: (invite) => <Made invite={invite} /> },
  { header: 'Until', cell: (invite) => <Until invite={invite} /> },
  { header: 'Actions', as: 'corner', cell: (invite) => <Revoke invite={invite} /> },
];

export function InvitesPage() {
  const [state, setState] = useSearchParam('state');
  const [asked, setAsked] = useSearchParam('new');
  const { data: config } = useQuery(configQuery);
  const invites = useInfiniteQuery(invitesQuery(state));
  const [link, setLink] = useState<string>();
  if (config && config.signInMode !== 'accounts') {
    return (
      <Page title="Invites">
        <EmptyState icon={<MailIcon size={22} />} title="Nobody is invited here">
          {config.signInMode === 'none'
            ? 'Nobody signs in to this installation.'
            : 'People come in through the provider or the proxy that signs them in, and get their account the first time.'}
        </EmptyState>
      </Page>
    );
  }
  const newButton = (
    <Button leftSection={<PlusIcon size={16} />} onClick={() => setAsked('1')}>
      New invite
    </Button>
  );
  return (
    <Page
      title="Invites"
      below={
        <Text size="sm" c="dimmed">
          A link that opens one account, within 72 hours.
        </Text>
      }
      actions={newButton}
    >
      <SegmentedControl
        mb="md"
        aria-label="State"
        value={state}
        onChange={setState}
        data={STATES.map((value) => ({ value, label: value === '' ? 'All' : capitalised(value) }))}
      />
      <PagedList
        list={invites}
        empty={
          <EmptyState
            icon={<MailIcon size={22} />}
            title={state === '' ? 'No invites yet' : `No ${state} invite`}
            action={newButton}
          >
            Make an invite and send its link to a teammate, in whatever way you like.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Invites" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
      {asked !== '' && (
        <NewInvite
          onClose={() => setAsked('')}
          onCreated={({ url }) => {
            setAsked('');
            setLink(url);
          }}
        />
      )}
      <ShownOnce title="The invite is ready" label="Link" value={link} onClose={() => setLink(undefined)}>
        Send this link to the person you invite. Whoever opens it first gets the account.
      </ShownOnce>
    </Page>
  );
}

function Made({ invite: { createdAt, createdBy } }: { invite: Invite }) {
  return (
    <div>
      <Time at={createdAt} mode="relative" />
      <Text size="xs" c="dimmed">
        by {createdBy.name}
      </Text>
    </div>
  );
}

function Until({ invite: { expiresAt, usedAt, usedBy } }: { invite: Invite }) {
  return usedAt ? (
    <div>
      used <Time at={usedAt} mode="relative" />
      {usedBy && (
        <Text size="xs" c="dimmed">
          by {usedBy.name}
        </Text>
      )}
    </div>
  ) : (
    <Time at={expiresAt} mode="relative" />
  );
}

function Revoke({ invite }: { invite: Invite }) {
  const client = useQueryClient();
  const [asking, { open, close }] = useDisclosure(false);
  const revoking = useMutation({
    mutationFn: () => revokeInvite(invite.id),
    onSuccess: () => {
      close();
      tellDone('The invite is taken back: its link opens nothing any more.');
      return client.invalidateQueries({ queryKey: peopleKeys.invites });
    },
    onError: (error) => tellFailed('The invite was not taken back', error),
  });
  return invite.state !== 'open' ? null : (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={`Revoke the invite for ${invite.email ?? 'whoever has the link'}`}
        onClick={open}
      >
        Revoke
      </Button>
      <Confirm
        opened={asking}
        title="Take the invite back?"
        action="Revoke invite"
        busy={revoking.isPending}
        onConfirm={() => revoking.mutate()}
        onClose={close}
      >
        Nobody comes in with its link any more. You can make another one.
      </Confirm>
    </>
  );
}
