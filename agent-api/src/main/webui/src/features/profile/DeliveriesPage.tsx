import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Webhook, WebhookDelivery } from '@/api/types';
import { deliveriesQuery, redeliver, webhookKeys, webhookQuery } from '@/api/webhooks';
import { paths } from '@/lib/paths';
import { capitalised } from '@/lib/words';
import { BackLink } from '@/ui/BackLink';
import { Duration } from '@/ui/Duration';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorAlert } from '@/ui/ErrorAlert';
import { PauseIcon, PlayIcon, SendIcon } from '@/ui/icons';
import { tellDone, tellFailed } from '@/ui/notify';
import { Page, PageSkeleton } from '@/ui/Page';
import { PagedList } from '@/ui/PagedList';
import { StatusBadge } from '@/ui/StatusBadge';
import { nothing, Table, type Column } from '@/ui/Table';
import { Time } from '@/ui/Time';
import classes from './Webhooks.module.css';
import { useSwitch, useTest } from './useWebhookActions';
import { eventInWords } from './webhookEvents';
import { WebhookState } from './WebhookState';

const REFRESH_MS = 3000;
const back = <BackLink to={paths.profileWebhooks}>Webhooks</BackLink>;

const columns: Column<WebhookDelivery>[] = [
  { header: 'Message', as: 'heading', grow: true, cell: (delivery) => <Message delivery={delivery} /> },
  { header: 'Status', cell: (delivery) => <Outcome delivery={delivery} /> },
  { header: 'Answer', cell: ({ responseStatus }) => responseStatus ?? nothing },
  { header: 'Took', numeric: true, cell: ({ durationMs }) => (durationMs == null ? nothing : <Duration ms={durationMs} />) },
  { header: 'Sent', cell: ({ attemptedAt, createdAt }) => <Time at={attemptedAt ?? createdAt} mode="relative" /> },
  { header: 'Actions', as: 'corner', cell: (delivery) => <Again delivery={delivery} /> },
];

/** What was sent to one webhook in the last 30 days, and how it fared. */
export function DeliveriesPage() {
  const { id = '' } = useParams();
  const { data: webhook, error, refetch } = useQuery({ ...webhookQuery(id), refetchInterval: REFRESH_MS });
  const deliveries = useInfiniteQuery({ ...deliveriesQuery(id), refetchInterval: REFRESH_MS, enabled: webhook !== undefined });
  if (!webhook) {
    return error ? (
      <Page title="Webhook" below={back}>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </Page>
    ) : (
      <PageSkeleton />
    );
  }
  return (
    <Page title={webhook.name} beside={<WebhookState webhook={webhook} />} below={back} actions={<Actions webhook={webhook} />}>
      <Text size="sm" c="dimmed" mb="md" ff="monospace" className={classes.address}>
        {webhook.url}
      </Text>
      <PagedList
        list={deliveries}
        more="Show older deliveries"
        empty={
          <EmptyState icon={<SendIcon size={22} />} title="Nothing was sent yet">
            Messages appear here for 30 days. Send a test message to see one at once.
          </EmptyState>
        }
      >
        {(rows) => <Table label="Deliveries" columns={columns} rows={rows} rowKey={({ id: key }) => key} />}
      </PagedList>
    </Page>
  );
}

function Actions({ webhook }: { webhook: Webhook }) {
  const test = useTest(webhook);
  const change = useSwitch(webhook);
  const active = webhook.state === 'active';
  return (
    <>
      <Button
        variant="default"
        leftSection={active ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        {active ? 'Pause' : 'Resume'}
      </Button>
      <Button leftSection={<SendIcon size={16} />} loading={test.isPending} onClick={() => test.mutate()}>
        Send a test message
      </Button>
    </>
  );
}

function Message({ delivery: { type, cause, eventId } }: { delivery: WebhookDelivery }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {eventInWords(type)}
        {cause === 'redelivery' && ' (sent again)'}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {eventId}
      </Text>
    </>
  );
}

function Outcome({ delivery: { status, attempt, error, nextAttemptAt } }: { delivery: WebhookDelivery }) {
  return (
    <Stack gap={2} align="flex-start">
      <Group gap="xs">
        <StatusBadge status={status} />
        {attempt > 1 && (
          <Text size="xs" c="dimmed">
            attempt {attempt}
          </Text>
        )}
      </Group>
      {error && (
        <Text size="xs" c="red">
          {capitalised(error)}
        </Text>
      )}
      {nextAttemptAt && status !== 'delivered' && (
        <Text size="xs" c="dimmed">
          again <Time at={nextAttemptAt} mode="relative" />
        </Text>
      )}
    </Stack>
  );
}

function Again({ delivery }: { delivery: WebhookDelivery }) {
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => redeliver(delivery.webhookId, delivery.id),
    onSuccess: () => {
      tellDone('The message is sent again.');
      return client.invalidateQueries({ queryKey: webhookKeys.deliveries(delivery.webhookId) });
    },
    onError: (error) => tellFailed('The message was not sent again', error),
  });
  return delivery.status === 'pending' ? null : (
    <Button variant="subtle" size="compact-sm" loading={sending.isPending} onClick={() => sending.mutate()}>
      Send again
    </Button>
  );
}
