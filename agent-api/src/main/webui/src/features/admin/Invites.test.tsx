import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page } from '@/test-app';

const invite = {
  id: 'i1',
  role: 'member',
  email: 'carol@example.com',
  state: 'open',
  createdBy: { id: 'm1', name: 'Ada' },
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-01-04T00:00:00Z',
};
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/config', () => json({ signInMode: 'accounts', features: { agents: true } }))
    .on('GET /api/invites', () => page(invite, { ...invite, id: 'i2', email: undefined, state: 'used' }));
});

test('an invite is a link that is shown once', async () => {
  server.on('POST /api/invites', () => json({ ...invite, id: 'i3', url: 'http://here/invite/c0de' }, 201));
  const app = openApp('/admin/members');

  await userEvent.click(await screen.findByRole('link', { name: 'Invite somebody' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Admin' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }));

  expect(await screen.findByRole('status', { name: 'Link' })).toHaveTextContent('http://here/invite/c0de');
  expect(app.address()).toBe('/admin/invites');
  expect(server.sent('POST /api/invites')).toEqual([{ role: 'admin' }]);
});

test('only an open invite can be taken back', async () => {
  server.on('DELETE /api/invites/i1', () => new Response(null, { status: 204 }));
  openApp('/admin/invites');

  expect(await screen.findAllByRole('button', { name: /^Revoke/ })).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke the invite for carol@example.com' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke invite' }));

  expect(await screen.findByText(/The invite is taken back/)).toBeInTheDocument();
  expect(server.sent('DELETE /api/invites/i1')).toHaveLength(1);
});

test('where people come in through a provider nobody is invited', async () => {
  server.on('GET /api/config', () => json({ signInMode: 'oidc', provider: { name: 'Keycloak' }, features: { agents: true } }));

  openApp('/admin/invites');

  expect(await screen.findByText('Nobody is invited here')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New invite' })).not.toBeInTheDocument();
});
