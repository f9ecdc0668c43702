import { queryOptions } from '@tanstack/react-query';
import { send } from './client';
import { pagesQuery } from './pages';
import type { NewWebhook, Page, Webhook, WebhookChange, WebhookDelivery } from './types';

export const webhookKeys = {
  all: ['webhooks'] as const,
  deliveries: (id: string) => ['webhooks', id, 'deliveries'] as const,
};

const address = (id: string) => `/api/webhooks/${id}`;
const once = () => ({ idempotencyKey: crypto.randomUUID() });

export const webhooksQuery = pagesQuery<Webhook>([...webhookKeys.all, 'list'], '/api/webhooks');

/** The webhooks to choose from, without paging. */
export const webhookChoicesQuery = queryOptions({
  queryKey: [...webhookKeys.all, 'choices'],
  queryFn: async ({ signal }) =>
    (await send<Page<Webhook>>('GET', '/api/webhooks', { query: { limit: 200 }, signal })).items,
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...webhookKeys.all, id],
    queryFn: ({ signal }) => send<Webhook>('GET', address(id), { signal }),
  });

export const deliveriesQuery = (id: string) =>
  pagesQuery<WebhookDelivery>(webhookKeys.deliveries(id), `${address(id)}/deliveries`);

/** The answer holds the signing secret, this once. */
export const createWebhook = (webhook: NewWebhook) =>
  send<Webhook>('POST', '/api/webhooks', { body: webhook, ...once() });

export const changeWebhook = (id: string, change: WebhookChange) => send<Webhook>('PATCH', address(id), { body: change });

/** The answer holds the new secret, this once. */
export const rotateSecret = (id: string) => send<Webhook>('POST', `${address(id)}/rotate-secret`, once());

export const deleteWebhook = (id: string) => send<void>('DELETE', address(id));

export const testWebhook = (id: string) => send<WebhookDelivery>('POST', `${address(id)}/test`, once());

export const redeliver = (id: string, deliveryId: string) =>
  send<WebhookDelivery>('POST', `${address(id)}/deliveries/${deliveryId}/redeliver`, once());
