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
