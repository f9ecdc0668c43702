import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const token = { id: 't1', name: 'laptop', prefix: 'nsp_3fQz', scopes: ['read', 'write'], createdAt: '2026-01-01T00:00:00Z' };

afterEach(() => {
  vi.useRealTimers();
});

test('a new token is shown once, and never kept in the browser', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T00:00:00Z'), toFake: ['Date'] });
  const server = new FakeServer()
    .on('GET /api/tokens', () => page())
    .on('POST /api/tokens', () => json({ id: 't2', token: 'nsp_secret', name: 'ci', scopes: ['read', 'write'] }, 201));
  const app = openApp('/profile/tokens');

  await userEvent.click((await screen.findAllByRole('button', { name: 'New token' }))[0] as HTMLElement);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'ci');
  await userEvent.click(screen.getByRole('radio', { name: 'Read and change' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create token' }));

  expect(await screen.findByRole('status', { name: 'Token' })).toHaveTextContent('nsp_secret');
  expect(server.sent('POST /api/tokens')).toEqual([
    { name: 'ci', scopes: ['read', 'write'], expiresAt: '2026-03-31T00:00:00.000Z' },
  ]);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage }) + app.address()).not.toContain('nsp_secret');
  // Setting it up gives the page a clipboard.
  await userEvent.setup().click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('nsp_secret');
  await userEvent.keyboard('{Escape}');
  expect(screen.getByText('nsp_secret')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
  await waitFor(() => expect(screen.queryByText('nsp_secret')).not.toBeInTheDocument());
});

test('where the browser does not let the page copy, it says so', async () => {
  new FakeServer()
    .on('GET /api/tokens', () => page())
    .on('POST /api/tokens', () => json({ id: 't2', token: 'nsp_secret', name: 'ci', scopes: ['read'] }, 201));
  openApp('/profile/tokens');
  await userEvent.click((await screen.findAllByRole('button', { name: 'New token' }))[0] as HTMLElement);
  await userEvent.click(await screen.findByRole('button', { name: 'Create token' }));
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));

  await user.click(await screen.findByRole('button', { name: 'Copy' }));

  expect(await screen.findByText(/copy it by hand/)).toBeVisible();
});

test('the right to act as an admin is offered to admins only', async () => {
  new FakeServer()
    .on('GET /api/me', () => json({ id: 'm2', username: 'bob', name: 'Bob', role: 'member' }))
    .on('GET /api/tokens', () => page());
  openApp('/profile/tokens');

  await userEvent.click((await screen.findAllByRole('button', { name: 'New token' }))[0] as HTMLElement);

  await screen.findByRole('radio', { name: 'Read only' });
  expect(screen.queryByRole('radio', { name: /admin/ })).not.toBeInTheDocument();
});

test('what is wrong with a new token is said, and the dialog stays', async () => {
  new FakeServer()
    .on('GET /api/tokens', () => page())
    .on('POST /api/tokens', () => problem(409, 'You have 50 tokens, which is the most.'));
  openApp('/profile/tokens');

  await userEvent.click((await screen.findAllByRole('button', { name: 'New token' }))[0] as HTMLElement);
  await userEvent.click(await screen.findByRole('button', { name: 'Create token' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('You have 50 tokens');
  expect(screen.getByRole('button', { name: 'Create token' })).toBeEnabled();
});

test('a token is revoked only after a confirmation', async () => {
  let there = true;
  const server = new FakeServer()
    .on('GET /api/tokens', () => (there ? page(token) : page()))
    .on('DELETE /api/tokens/t1', () => {
      there = false;
      return new Response(null, { status: 204 });
    });
  openApp('/profile/tokens');

  await userEvent.click(await screen.findByRole('button', { name: 'Revoke laptop' }));
  expect(server.sent('DELETE /api/tokens/t1')).toHaveLength(0);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke token' }));

  expect(await screen.findByText('No access tokens')).toBeVisible();
});

test('an expired token says so', async () => {
  new FakeServer().on('GET /api/tokens', () => page({ ...token, expiresAt: '2026-01-02T00:00:00Z' }));

  openApp('/profile/tokens');

  expect(await screen.findByRole('cell', { name: 'Expired' })).toBeVisible();
  expect(screen.getByRole('cell', { name: 'Read and change' })).toBeVisible();
});

test('a list that cannot be read says so and can be tried again', async () => {
  let broken = true;
  new FakeServer().on('GET /api/tokens', () => (broken ? problem(503, 'The database is away.') : page(token)));
  openApp('/profile/tokens');

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The database is away.');
  broken = false;
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('laptop')).toBeVisible();
});
