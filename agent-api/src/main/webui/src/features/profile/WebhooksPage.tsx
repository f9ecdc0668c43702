import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Webhook } from '@/api/types';
import { webhooksQuery } from '@/api/webhooks';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/EmptyState';
import { HookIcon, PlusIcon } from '@/ui/icons';
import { Page } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { ShownOnce } from '@/ui/ShownOnce';
import { Table, type Column } from '@/ui/Table';
import { TextLink } from '@/ui/TextLink';
import { eventInWords } from './webhookEvents';
import classes from './Webhooks.module.css';
import { WebhookActions } from './WebhookActions';
import { WebhookForm } from './WebhookForm';
import { WebhookState } from './WebhookState';

export function WebhooksPage() {
  const webhooks = useInfiniteQuery(webhooksQuery);
  const [creating, { open, close }] = useDisclosure(false);
  const [secret, setSecret] = useState<string>();
  const columns: Column<Webhook>[] = [
    { header: 'Name', as: 'heading', grow: true, cell: (webhook) => <Name webhook={webhook} /> },
    { header: 'When', cell: ({ events }) => <Events events={events} /> },
    { header: 'State', cell: (webhook) => <WebhookState webhook={webhook} /> },
    { header: 'Actions', as: 'corner', cell: (webhook) => <WebhookActions webhook={webhook} onSecret={setSecret} /> },
  ];
  const newButton = (
    <Button leftSection={<PlusIcon size={16} />} onClick={open}>
      New webhook
    </Button>
  );
  return (
    <Page
      title="Webhooks"
      below={
        <Text size="sm" c="dimmed">
          Nightshift tells an address of yours what your agents do, signed.
        </Text>
      }
      actions={newButton}
    >
      <PagedList
        list={webhooks}
        empty={
          <EmptyState icon={<HookIcon size={22} />} title="No webhooks" action={newButton}>
            Connect a chat channel, an on-call tool or a program of your own.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Webhooks" columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </PagedList>
      {creating && (
        <WebhookForm
          onClose={close}
          onSaved={({ secret: made }) => {
            close();
            setSecret(made);
          }}
        />
      )}
      <ShownOnce title="The signing secret" label="Signing secret" value={secret} onClose={() => setSecret(undefined)}>
        The receiver proves with it that a message is from here: the header webhook-signature holds an HMAC-SHA256 of
        id, timestamp and body.
      </ShownOnce>
    </Page>
  );
}

function Name({ webhook: { id, name, url } }: { webhook: Webhook }) {
  return (
    <>
      <TextLink to={paths.profileWebhook(id)}>{name}</TextLink>
      <Text size="xs" c="dimmed" ff="monospace" lineClamp={2} className={classes.address}>
        {url}
      </Text>
    </>
  );
}

function Events({ events }: { events: string[] }) {
  return (
    <Stack gap={0}>
      {events.map((event) => (
        <span key={event}>{eventInWords(event)}</span>
      ))}
    </Stack>
  );
}
