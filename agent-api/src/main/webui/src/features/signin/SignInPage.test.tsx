import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, problem } from '@/test-app';

const me = { id: 'm1', username: 'ada', name: 'Ada', role: 'member' };
let server: FakeServer;
let signedIn: boolean;

beforeEach(() => {
  signedIn = false;
  server = new FakeServer()
    .on('GET /api/me', () => (signedIn ? json(me) : problem(401, 'Sign in.')))
    .on('POST /auth/login', ({ body }) => {
      signedIn = (body as { password: string }).password === 'right';
      return signedIn ? new Response(null, { status: 204 }) : problem(401, 'No.');
    });
});

async function signIn(password: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Username' }), 'ada');
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('a wrong password is said beside the password', async () => {
  openApp('/agents');

  await signIn('wrong');

  expect(await screen.findByText('The username or the password is not right.')).toBeVisible();
  expect(screen.getByLabelText('Password')).toBeInvalid();
});

test('signing in leads back to where one wanted to go', async () => {
  const app = openApp('/agents?q=news');
  await screen.findByRole('heading', { name: 'Sign in to Nightshift' });
  expect(app.address()).toBe('/sign-in?next=%2Fagents%3Fq%3Dnews');

  await signIn('right');

  expect(await screen.findByRole('heading', { name: 'Agents' })).toBeVisible();
  expect(app.address()).toBe('/agents?q=news');
});

test('a session that ended shows the sign-in page at the next answer', async () => {
  signedIn = true;
  server.on('GET /api/sources', () => problem(401, 'Sign in.'));

  const app = openApp('/sources');

  expect(await screen.findByRole('heading', { name: 'Sign in to Nightshift' })).toBeVisible();
  expect(app.address()).toBe('/sign-in?next=%2Fsources');
});

test('says where the first password is', async () => {
  openApp('/sign-in');

  await userEvent.click(await screen.findByRole('button', { name: 'No account, or no password?' }));

  expect(screen.getByText(/was printed once/)).toHaveTextContent('admin-password');
});

test('at a provider there is one button, which leads back to where one wanted to go', async () => {
  server.on('GET /api/config', () => json({ signInMode: 'oidc', provider: { name: 'Keycloak' }, features: { agents: true } }));

  openApp('/sources');

  expect(await screen.findByRole('link', { name: 'Sign in with Keycloak' })).toHaveAttribute(
    'href',
    '/auth/oidc/login?to=%2Fsources',
  );
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
});

test.each([
  ['domain_not_allowed', /domain of your e-mail address is not let in/],
  ['email_not_verified', /Keycloak does not confirm/],
  ['account_disabled', /is disabled/],
  ['provider_unavailable', /Keycloak does not answer/],
  ['cancelled', /was not finished at Keycloak/],
  ['failed', /did not succeed/],
  ['toString', /did not succeed/],
])('a sign-in at the provider that ended with %s is explained', async (code, words) => {
  server.on('GET /api/config', () => json({ signInMode: 'oidc', provider: { name: 'Keycloak' }, features: { agents: true } }));

  openApp(`/sign-in?error=${code}`);

  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});

test.each([
  ['header', 'You are not let in'],
  ['none', 'This installation is for its own machine'],
])('in mode %s who is refused reads why, and is offered no form', async (signInMode, title) => {
  server.on('GET /api/config', () => json({ signInMode, features: { agents: true } }));

  openApp('/agents');

  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
});

test.each(['header', 'none'])('in mode %s who is known goes straight in, and has nothing to sign out of', async (signInMode) => {
  signedIn = true;
  server.on('GET /api/config', () => json({ signInMode, features: { agents: true } }));
  const app = openApp('/sign-in');

  expect(await screen.findByRole('heading', { name: 'Agents' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Your account' }));

  expect(app.address()).toBe('/agents');
  expect(await screen.findByRole('menuitem', { name: 'Your profile' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Sign out' })).not.toBeInTheDocument();
});
