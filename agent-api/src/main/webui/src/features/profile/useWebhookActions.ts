import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@/api/types';
import { changeWebhook, deleteWebhook, rotateSecret, testWebhook, webhookKeys } from '@/api/webhooks';
import { tellDone, tellFailed } from '@/ui/notify';

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: webhookKeys.all });
}

export function useTest(webhook: Webhook) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => testWebhook(webhook.id),
    onSuccess: () => {
      tellDone(`A test message is on its way to ${webhook.name}. Its deliveries show how it fares.`);
      return refresh();
    },
    onError: (error) => tellFailed('The test message was not sent', error),
  });
}

export function useSwitch(webhook: Webhook) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => changeWebhook(webhook.id, { state: webhook.state === 'active' ? 'paused' : 'active' }),
    onSuccess: ({ state }) => {
      tellDone(state === 'active' ? `${webhook.name} is active again.` : `${webhook.name} is paused.`);
      return refresh();
    },
    onError: (error) => tellFailed(`${webhook.name} was not changed`, error),
  });
}

export function useRotate(webhook: Webhook, onSecret: (secret?: string) => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => rotateSecret(webhook.id),
    onSuccess: ({ secret }) => {
      onSecret(secret);
      return refresh();
    },
    onError: (error) => tellFailed(`${webhook.name} keeps its secret`, error),
  });
}

export function useDeleteWebhook(webhook: Webhook, onDeleted: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => deleteWebhook(webhook.id),
    onSuccess: () => {
      tellDone(`${webhook.name} was deleted.`);
      onDeleted();
      return refresh();
    },
    onError: (error) => tellFailed(`${webhook.name} was not deleted`, error),
  });
}
