import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '@/api/problem';
import { agentChoicesQuery } from '@/api/queries';
import type { Webhook, WebhookEvent } from '@/api/types';
import { changeWebhook, createWebhook, webhookKeys } from '@/api/webhooks';
import { FormDialog } from '@/ui/FormDialog';
import { tellDone } from '@/ui/notify';
import { WEBHOOK_EVENTS } from './webhookEvents';

interface Props {
  /** The one to change; a new one without. */
  webhook?: Webhook;
  onClose: () => void;
  onSaved: (webhook: Webhook) => void;
}

interface Values {
  name: string;
  url: string;
  events: WebhookEvent[];
  agentId: string | null;
}

export function WebhookForm({ webhook, onClose, onSaved }: Props) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      name: webhook?.name ?? '',
      url: webhook?.url ?? '',
      events: webhook?.events ?? ['background_task_error'],
      agentId: webhook?.agentId ?? null,
    },
  });
  const saving = useMutation({
    mutationFn: ({ agentId, ...values }: Values) =>
      webhook ? changeWebhook(webhook.id, values) : createWebhook(agentId ? { ...values, agentId } : values),
    onSuccess: async (saved) => {
      if (webhook) {
        tellDone(`${saved.name} is saved.`);
      }
      onSaved(saved);
      await client.invalidateQueries({ queryKey: webhookKeys.all });
    },
    onError: (error) => error instanceof ApiError && form.setErrors(error.fields),
  });
  return (
    <FormDialog
      opened
      title={webhook ? `Edit ${webhook.name}` : 'New webhook'}
      action={webhook ? 'Save changes' : 'Create webhook'}
      busy={saving.isPending}
      error={Object.keys(form.errors).length > 0 ? null : saving.error}
      failure="The webhook was not saved"
      onSubmit={form.onSubmit((values) => saving.mutate(values))}
      onClose={onClose}
    >
      <TextInput label="Name" placeholder="On-call" required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label="Address"
        type="url"
        placeholder="https://example.com/hooks"
        required
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('url')}
      />
      <Checkbox.Group label="Tell it when" {...form.getInputProps('events')}>
        <Stack gap="xs" mt="xs">
          {WEBHOOK_EVENTS.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      {!webhook && <OneAgent value={form.values.agentId} {...form.getInputProps('agentId')} />}
    </FormDialog>
  );
}

function OneAgent(props: { value: string | null; onChange: (id: string | null) => void }) {
  const { data: agents = [] } = useQuery(agentChoicesQuery);
  return (
    <Select
      {...props}
      label="Agent"
      description="Only of this one; without, of all whose runs you may see."
      placeholder="All"
      searchable
      clearable
      data={agents.filter(({ instructions }) => instructions !== undefined).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
