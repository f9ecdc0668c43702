import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';
import { browserInWords } from './browsers';

const me = { id: 'm1', username: 'ada', name: 'Ada', email: 'ada@example.com', role: 'member', state: 'active', hasPassword: true };
const accounts = () => json({ signInMode: 'accounts', features: { agents: true } });
const nothing = () => new Response(null, { status: 204 });

test('a change of the name sends only the name, and the app calls one so from then on', async () => {
  const server = new FakeServer()
    .on('GET /api/me', () => json(me))
    .on('PATCH /api/me', () => json({ ...me, name: 'Ada L.' }));
  openApp('/profile');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();

  await userEvent.clear(name);
  await userEvent.type(name, 'Ada L.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('Your profile is saved.')).toBeInTheDocument();
  expect(server.sent('PATCH /api/me')).toEqual([{ name: 'Ada L.' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Your account' }));
  expect(await screen.findByText(/Signed in as Ada L\./)).toBeVisible();
});

test('an e-mail address that is emptied is taken away', async () => {
  const server = new FakeServer()
    .on('GET /api/me', () => json(me))
    .on('PATCH /api/me', () => json({ ...me, email: undefined }));
  openApp('/profile');

  await userEvent.clear(await screen.findByRole('textbox', { name: 'E-mail' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('Your profile is saved.');
  expect(server.sent('PATCH /api/me')).toEqual([{ email: null }]);
});

test('a wrong current password is said beside it; a right one changes it', async () => {
  let right = false;
  const server = new FakeServer()
    .on('GET /api/me', () => json(me))
    .on('GET /api/config', accounts)
    .on('POST /api/me/password', () =>
      right ? nothing() : problem(400, 'Invalid.', [{ field: 'currentPassword', message: 'is wrong' }]),
    );
  openApp('/profile');

  await userEvent.type(await screen.findByLabelText(/^Current password/), 'old');
  await userEvent.type(screen.getByLabelText(/^New password/), 'much longer');
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('This is wrong')).toBeVisible();
  right = true;
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));

  expect(await screen.findByText(/Your password is changed/)).toBeInTheDocument();
  expect(screen.getByLabelText(/^Current password/)).toHaveValue('');
  expect(server.sent('POST /api/me/password').at(-1)).toEqual({ currentPassword: 'old', newPassword: 'much longer' });
});

test('who signs in at a provider has no password to change here', async () => {
  new FakeServer()
    .on('GET /api/me', () => json({ ...me, hasPassword: false }))
    .on('GET /api/config', () => json({ signInMode: 'oidc', provider: { name: 'Keycloak' }, features: { agents: true } }));

  openApp('/profile');

  expect(await screen.findByText(/your password is changed there/)).toBeVisible();
  expect(screen.queryByLabelText(/^Current password/)).not.toBeInTheDocument();
});

test('another browser can be signed out; this one is marked and stays', async () => {
  const session = { createdAt: '2026-01-01T00:00:00Z', lastSeenAt: '2026-01-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z' };
  const server = new FakeServer()
    .on('GET /api/me/sessions', () =>
      page(
        { ...session, id: 'b1', current: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
        { ...session, id: 'b2', current: false, userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1', address: '203.0.113.9' },
      ),
    )
    .on('DELETE /api/me/sessions/b2', nothing)
    .on('DELETE /api/me/sessions', nothing);
  openApp('/profile/sessions');

  const [, here, there] = await screen.findAllByRole('row');
  expect(here).toHaveTextContent('Firefox on LinuxThis browser');
  expect(within(here as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
  await userEvent.click(within(there as HTMLElement).getByRole('button', { name: 'Sign out Safari on iOS' }));
  expect(await screen.findByText('That browser is signed out.')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else' }));
  expect(server.sent('DELETE /api/me/sessions')).toHaveLength(0);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('Every other browser is signed out.')).toBeInTheDocument();
  expect(server.sent('DELETE /api/me/sessions')).toHaveLength(1);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18 Safari/605', 'Safari on macOS'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36', 'Chrome on Android'],
  ['curl/8.5.0', 'curl'],
  ['something else', 'something else'],
  [undefined, 'Unknown browser'],
])('%s is %s', (userAgent, words) => {
  expect(browserInWords(userAgent)).toBe(words);
});
