import { Anchor, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { accountKeys, chooseNotifications, notificationsQuery } from '@/api/account';
import { webhookChoicesQuery } from '@/api/webhooks';
import type { NotificationChoice, Notifications } from '@/api/types';
import { paths } from '@/lib/paths';
import { ErrorAlert } from './ErrorAlert';
import { tellDone } from './notify';
import { RowSkeletons } from './Page';

type Occasion = 'onFailure' | 'onWaiting';
type Channel = Notifications[Occasion][number];

const OCCASIONS: { occasion: Occasion; label: string; description: string }[] = [
  {
    occasion: 'onFailure',
    label: 'When a run fails',
    description: 'At once after a success, then at most once an hour, with a count.',
  },
  { occasion: 'onWaiting', label: 'When a run waits for a person', description: 'It goes on once somebody answers.' },
];

/** Who is told what: about one agent, or by default about all agents that choose nothing themselves. */
export function NotificationForm({ agentId }: { agentId?: string }) {
  const { data, error, refetch } = useQuery(notificationsQuery(agentId));
  if (error) {
    return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  }
  return data ? <Form agentId={agentId} chosen={data} /> : <RowSkeletons rows={2} />;
}

function Form({ agentId, chosen }: { agentId?: string; chosen: Notifications }) {
  const client = useQueryClient();
  const { data: webhooks = [] } = useQuery(webhookChoicesQuery);
  const [choice, setChoice] = useState<NotificationChoice>({
    onFailure: chosen.onFailure,
    onWaiting: chosen.onWaiting,
    webhookId: chosen.webhookId,
  });
  const saving = useMutation({
    mutationFn: () => {
      const { webhookId, ...lists } = choice;
      return chooseNotifications(usesWebhook(choice) ? { ...lists, webhookId } : lists, agentId);
    },
    onSuccess: (now) => {
      client.setQueryData(notificationsQuery(agentId).queryKey, now);
      tellDone('The notifications are saved.');
      return client.invalidateQueries({ queryKey: accountKeys.notifications });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Stack>
        {agentId !== undefined && chosen.inherited && (
          <Text size="sm" c="dimmed">
            Nothing is chosen for this agent: what its recipients have chosen in their{' '}
            <Anchor component={Link} to={paths.profileNotifications} inherit>
              profile
            </Anchor>{' '}
            counts.
          </Text>
        )}
        {OCCASIONS.map(({ occasion, label, description }) => (
          <Checkbox.Group
            key={occasion}
            label={label}
            description={description}
            value={choice[occasion]}
            onChange={(channels) => setChoice({ ...choice, [occasion]: channels as Channel[] })}
          >
            <Group mt="xs">
              <Checkbox
                value="mail"
                label={chosen.mailAvailable ? 'E-mail' : 'E-mail (not set up in this installation)'}
                disabled={!chosen.mailAvailable}
              />
              <Checkbox value="webhook" label="Webhook" />
            </Group>
          </Checkbox.Group>
        ))}
        {usesWebhook(choice) && (
          <Select
            label="Webhook"
            required
            placeholder={webhooks.length === 0 ? 'You have none yet: create one under Webhooks' : 'Choose one'}
            data={webhooks.map(({ id, name }) => ({ value: id, label: name }))}
            value={choice.webhookId ?? null}
            onChange={(webhookId) => setChoice({ ...choice, webhookId: webhookId ?? undefined })}
          />
        )}
        {saving.error && <ErrorAlert error={saving.error} title="The notifications were not saved" />}
        <Group justify="flex-end">
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function usesWebhook({ onFailure, onWaiting }: NotificationChoice): boolean {
  return [...onFailure, ...onWaiting].includes('webhook');
}
