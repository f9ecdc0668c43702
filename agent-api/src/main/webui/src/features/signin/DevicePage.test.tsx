import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp, problem } from '@/test-app';

const device = { clientId: 'nightshift-cli', scopes: ['read', 'write'], expiresAt: '2030-01-01T00:00:00Z' };

test('a code that is typed shows what asks for what; letting it in says so', async () => {
  const server = new FakeServer()
    .on('GET /api/me/device', () => json(device))
    .on('POST /api/me/device', () => new Response(null, { status: 204 }));
  const app = openApp('/device');

  await userEvent.type(await screen.findByRole('textbox', { name: 'Code' }), 'wdjb-mjht');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByRole('heading', { name: 'Let nightshift-cli in?' })).toBeVisible();
  expect(app.address()).toBe('/device?userCode=wdjb-mjht');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Let it in' }));

  expect(await screen.findByRole('heading', { name: 'nightshift-cli is signed in' })).toBeVisible();
  expect(server.sent('POST /api/me/device')).toEqual([{ userCode: 'wdjb-mjht', decision: 'approve' }]);
});

test('it can be refused', async () => {
  const server = new FakeServer()
    .on('GET /api/me/device', () => json(device))
    .on('POST /api/me/device', () => new Response(null, { status: 204 }));
  openApp('/device?userCode=WDJB-MJHT');

  await userEvent.click(await screen.findByRole('button', { name: 'Refuse' }));

  expect(await screen.findByRole('heading', { name: 'nightshift-cli was refused' })).toBeVisible();
  expect(server.sent('POST /api/me/device')).toEqual([{ userCode: 'WDJB-MJHT', decision: 'deny' }]);
});

test('nothing is decided by opening an address', async () => {
  const server = new FakeServer().on('GET /api/me/device', () => json(device));

  openApp('/device?code=WDJB-MJHT');

  await screen.findByRole('button', { name: 'Let it in' });
  expect(server.sent('POST /api/me/device')).toEqual([]);
});

test('a code with which nothing waits is said beside it', async () => {
  new FakeServer().on('GET /api/me/device', () => problem(404, 'No such code.'));

  openApp('/device?code=XXXX-XXXX');

  expect(await screen.findByText(/No command line waits with this code/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Code' })).toBeInvalid();
});

test('who is not signed in does so first, and comes back to the code', async () => {
  new FakeServer().on('GET /api/me', () => problem(401, 'Sign in.'));

  const app = openApp('/device?code=WDJB-MJHT');

  await screen.findByRole('heading', { name: 'Sign in to Nightshift' });
  expect(app.address()).toBe('/sign-in?next=%2Fdevice%3Fcode%3DWDJB-MJHT');
});
