import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page } from '@/test-app';

const webhook = {
  id: 'w1',
  name: 'On-call',
  url: 'https://example.com/hooks',
  events: ['background_task_error'],
  state: 'active',
  failures: 2,
  secretSetAt: '2026-01-01T00:00:00Z',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};
const delivery = {
  id: 'd1',
  webhookId: 'w1',
  eventId: 'msg_1',
  type: 'background_task_error',
  cause: 'event',
  status: 'failed',
  attempt: 3,
  responseStatus: 503,
  error: 'The receiver answered 503.',
  createdAt: '2026-01-01T00:00:00Z',
};
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/webhooks', () => page(webhook))
    .on('GET /api/webhooks/w1', () => json(webhook))
    .on('GET /api/webhooks/w1/deliveries', () => page(delivery));
});

async function choose(item: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for On-call' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

test('a new webhook shows its secret once', async () => {
  server.on('POST /api/webhooks', () => json({ ...webhook, id: 'w2', secret: 'whsec_abc' }, 201));
  openApp('/profile/webhooks');

  await userEvent.click(await screen.findByRole('button', { name: 'New webhook' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Chat');
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'https://example.com/chat');
  await userEvent.click(screen.getByRole('checkbox', { name: 'A run completes' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create webhook' }));

  expect(await screen.findByRole('status', { name: 'Signing secret' })).toHaveTextContent('whsec_abc');
  expect(server.sent('POST /api/webhooks')).toEqual([
    {
      name: 'Chat',
      url: 'https://example.com/chat',
      events: ['background_task_error', 'background_task_completed'],
    },
  ]);
});

test('the list says what each is told, and that it fails', async () => {
  openApp('/profile/webhooks');

  const row = (await screen.findAllByRole('row')).at(-1);
  expect(row).toHaveTextContent('A run fails or is stopped');
  expect(row).toHaveTextContent('2 failures in a row');
});

test('a test message, a pause, a new secret: each says what happened', async () => {
  server
    .on('POST /api/webhooks/w1/test', () => json(delivery, 202))
    .on('PATCH /api/webhooks/w1', () => json({ ...webhook, state: 'paused' }))
    .on('POST /api/webhooks/w1/rotate-secret', () => json({ ...webhook, secret: 'whsec_new' }));
  openApp('/profile/webhooks');

  await choose('Send a test message');
  expect(await screen.findByText(/A test message is on its way to On-call/)).toBeInTheDocument();
  await choose('Pause');
  expect(await screen.findByText('On-call is paused.')).toBeInTheDocument();
  expect(server.sent('PATCH /api/webhooks/w1')).toEqual([{ state: 'paused' }]);
  await choose('New secret');
  await userEvent.click(await screen.findByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('whsec_new')).toBeVisible();
});

test('deliveries say how each fared; one can be sent again', async () => {
  server.on('POST /api/webhooks/w1/deliveries/d1/redeliver', () => json({ ...delivery, id: 'd2', cause: 'redelivery' }, 202));
  openApp('/profile/webhooks/w1');

  const row = (await screen.findAllByRole('row')).at(-1) as HTMLElement;
  expect(row).toHaveTextContent('Failedattempt 3The receiver answered 503.');
  await userEvent.click(within(row).getByRole('button', { name: 'Send again' }));

  expect(await screen.findByText('The message is sent again.')).toBeInTheDocument();
});

test('notifications name a webhook only where one is chosen', async () => {
  const chosen = { onFailure: ['mail'], onWaiting: [], inherited: true, mailAvailable: true };
  server
    .on('GET /api/me/notifications', () => json(chosen))
    .on('PUT /api/me/notifications', ({ body }) => json({ ...chosen, ...(body as object), inherited: false }));
  openApp('/profile/notifications');

  const failing = within(await screen.findByRole('group', { name: 'When a run fails' }));
  expect(failing.getByRole('checkbox', { name: 'E-mail' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('The notifications are saved.');
  await userEvent.click(failing.getByRole('checkbox', { name: 'Webhook' }));
  await userEvent.click(screen.getByRole('combobox', { name: 'Webhook' }));
  await userEvent.click(await screen.findByRole('option', { name: 'On-call' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() =>
    expect(server.sent('PUT /api/me/notifications')).toEqual([
      { onFailure: ['mail'], onWaiting: [] },
      { onFailure: ['mail', 'webhook'], onWaiting: [], webhookId: 'w1' },
    ]),
  );
});

test('where the installation cannot send mail, it is not offered', async () => {
  server.on('GET /api/me/notifications', () =>
    json({ onFailure: [], onWaiting: [], inherited: true, mailAvailable: false }),
  );

  openApp('/profile/notifications');

  for (const box of await screen.findAllByRole('checkbox', { name: /^E-mail/ })) {
    expect(box).toBeDisabled();
  }
});
