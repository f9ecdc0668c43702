import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, problem } from '@/test-app';

let server: FakeServer;
let signedIn: boolean;

beforeEach(() => {
  signedIn = false;
  server = new FakeServer()
    .on('GET /api/me', () => (signedIn ? json({ id: 'm9', username: 'carol', name: 'Carol', role: 'member' }) : problem(401, 'No.')))
    .on('GET /auth/invite/c0de', () =>
      json({ role: 'member', email: 'carol@example.com', invitedBy: 'Ada', expiresAt: '2030-01-01T00:00:00Z' }),
    );
});

async function fill(username: string, password: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Username' }), username);
  await userEvent.type(screen.getByLabelText(/^Password/), password);
  await userEvent.click(screen.getByRole('button', { name: 'Open the account' }));
}

test('says who invited as what, and opens the account', async () => {
  server.on('POST /auth/register', () => {
    signedIn = true;
    return json({ id: 'm9' }, 201);
  });
  const app = openApp('/invite/c0de');
  expect(await screen.findByText(/Ada invited you as a member \(carol@example.com\)/)).toBeVisible();

  await fill('carol', 'long enough');

  expect(await screen.findByRole('heading', { name: 'Agents' })).toBeVisible();
  expect(app.address()).toBe('/agents');
  expect(server.sent('POST /auth/register')).toEqual([{ invite: 'c0de', username: 'carol', password: 'long enough' }]);
});

test('what is wrong appears at its field, and the invite can be used again', async () => {
  server.on('POST /auth/register', () =>
    problem(400, 'Invalid.', [{ field: 'password', message: 'must have at least 8 characters' }]),
  );
  openApp('/invite/c0de');

  await fill('carol', 'short');

  expect(await screen.findByText('This must have at least 8 characters')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open the account' })).toBeEnabled();
});

test('a name that is taken is said without losing what was typed', async () => {
  server.on('POST /auth/register', () => problem(409, 'This user name is taken.'));
  openApp('/invite/c0de');

  await fill('ada', 'long enough');

  expect(await screen.findByRole('alert')).toHaveTextContent('This user name is taken.');
  expect(screen.getByRole('textbox', { name: 'Username' })).toHaveValue('ada');
});

test.each([
  ['invite-used', 409, 'This invite was used already'],
  ['invite-expired', 409, 'This invite has expired'],
  ['invite-unknown', 404, 'There is no such invite'],
])('an invite that is %s has a page that says so', async (kind, status, title) => {
  server.on('GET /auth/invite/c0de', () => json({ type: `urn:nightshift:problem:${kind}`, status }, status));

  openApp('/invite/c0de');

  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Open the account' })).not.toBeInTheDocument();
});

test('an invite that somebody else was faster with says so after the form too', async () => {
  server.on('POST /auth/register', () => json({ type: 'urn:nightshift:problem:invite-used', status: 409 }, 409));
  openApp('/invite/c0de');

  await fill('carol', 'long enough');

  expect(await screen.findByRole('heading', { name: 'This invite was used already' })).toBeVisible();
});
