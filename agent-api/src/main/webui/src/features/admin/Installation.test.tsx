import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const entry = {
  id: 'e1',
  at: '2026-01-01T00:00:00Z',
  action: 'member.disabled',
  outcome: 'done',
  actor: { kind: 'member', id: 'm1', name: 'Ada' },
  target: { kind: 'member', id: 'm2', name: 'Bob' },
  address: '203.0.113.9',
  detail: { state: 'disabled' },
};

test('the audit log says who did what to whom, from where, and in what detail', async () => {
  new FakeServer().on('GET /api/audit', () => page(entry));
  openApp('/admin/audit');

  const row = (await screen.findAllByRole('row')).at(-1) as HTMLElement;
  expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    'member.disabledmember Bob',
    expect.any(String),
    'Ada',
    '203.0.113.9',
    'Done',
    'Detail',
  ]);
  await userEvent.click(within(row).getByRole('button', { name: 'Detail of member.disabled' }));

  const detail = await screen.findByRole('dialog', { name: 'member.disabled' });
  expect(within(detail).getByText('m2')).toBeVisible();
  expect(within(detail).getByText('disabled')).toBeVisible();
});

test('what is filtered stands in the address, reaches the server, and is what is exported', async () => {
  const server = new FakeServer().on('GET /api/audit', () => page());
  const app = openApp('/admin/audit?from=2026-01-01T00:00:00.000Z');

  await userEvent.type(await screen.findByRole('searchbox', { name: /^Action/ }), 'session.refused');
  await userEvent.click(screen.getByRole('radio', { name: 'Refused' }));

  const wanted = { from: '2026-01-01T00:00:00.000Z', action: 'session.refused', outcome: 'refused' };
  await waitFor(() => expect(Object.fromEntries(new URL(app.address(), 'http://here').searchParams)).toEqual(wanted));
  await waitFor(() =>
    expect(Object.fromEntries(server.asked.filter(({ path }) => path === '/api/audit').at(-1)?.query ?? [])).toEqual(wanted),
  );
  const address = new URL(screen.getByRole('link', { name: 'CSV' }).getAttribute('href') ?? '', 'http://here');
  expect(address.pathname).toBe('/api/audit/export');
  expect(Object.fromEntries(address.searchParams)).toEqual({ ...wanted, format: 'csv' });
});

test('what is set of the provider is shown, and testing it shows each step', async () => {
  new FakeServer()
    .on('GET /api/sign-in-settings', () =>
      json({
        mode: 'oidc',
        provider: {
          name: 'Keycloak',
          preset: 'standard',
          issuer: 'https://id.example.com/realms/acme',
          clientId: 'nightshift',
          clientSecretSet: true,
          scopes: ['openid'],
          audience: [],
          people: {
            allowedDomains: ['*'],
            requireVerifiedEmail: true,
            emailClaim: 'email',
            groupsClaim: 'groups',
            admins: [],
          },
          callbackUrl: 'https://here/auth/oidc/callback',
          signedOutUrl: 'https://here/sign-in',
        },
      }),
    )
    .on('POST /api/sign-in-settings/test', () =>
      json({
        ok: false,
        steps: [
          { name: 'discovery', ok: true, detail: 'Found.' },
          { name: 'client', ok: false, detail: 'Refused (invalid_client).' },
        ],
      }),
    );
  openApp('/admin/sign-in');

  expect(await screen.findByText('https://id.example.com/realms/acme')).toBeVisible();
  expect(screen.getByText('Every domain')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Test the provider' }));

  const steps = within(await screen.findByRole('list', { name: 'Steps of the test' })).getAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    'It is found: fine. Found.',
    'It knows this installation: failed. Refused (invalid_client).',
  ]);
});

test('with accounts there is nothing to test', async () => {
  new FakeServer().on('GET /api/sign-in-settings', () => json({ mode: 'accounts' }));

  openApp('/admin/sign-in');

  expect(await screen.findByText(/An account is opened with an invite/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Test the provider' })).not.toBeInTheDocument();
});

test('everything is stopped only with a reason; then every page says who did it and why, until it is released', async () => {
  let stop: object = { active: false };
  const server = new FakeServer()
    .on('GET /api/emergency-stop', () => json(stop))
    .on('POST /api/emergency-stop', ({ body }) => {
      stop = { active: true, since: '2026-01-01T00:00:00Z', by: { id: 'm1', name: 'Ada' }, ...(body as object) };
      return json(stop);
    })
    .on('DELETE /api/emergency-stop', () => {
      stop = { active: false };
      return json(stop);
    });
  openApp('/admin/emergency-stop');

  await userEvent.click(await screen.findByRole('button', { name: 'Stop everything' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Stop everything now' })).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Wrong mails');
  await userEvent.click(dialog.getByRole('button', { name: 'Stop everything now' }));

  const banner = await screen.findByRole('alert', { name: /Everything is stopped by Ada/ });
  expect(banner).toHaveTextContent('Wrong mails');
  expect(server.sent('POST /api/emergency-stop')).toEqual([{ reason: 'Wrong mails' }]);
  await userEvent.click(screen.getByRole('link', { name: 'Agents' }));
  await screen.findByRole('heading', { name: 'Agents' });
  await userEvent.click(screen.getByRole('link', { name: 'Release it' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Release the stop' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Release' }));

  expect(await screen.findByRole('button', { name: 'Stop everything' })).toBeVisible();
  expect(screen.queryByText(/Everything is stopped by/)).not.toBeInTheDocument();
});

test('a member reads the banner and is offered no release', async () => {
  new FakeServer()
    .on('GET /api/me', () => json({ id: 'm2', username: 'bob', name: 'Bob', role: 'member' }))
    .on('GET /api/emergency-stop', () =>
      json({ active: true, since: '2026-01-01T00:00:00Z', by: { id: 'm1', name: 'Ada' }, reason: 'Wrong mails' }),
    );

  openApp('/agents');

  expect(await screen.findByText(/Wrong mails/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Release it' })).not.toBeInTheDocument();
});

test('what cannot be stopped says why', async () => {
  new FakeServer().on('POST /api/emergency-stop', () => problem(409, 'It is in force already.'));
  openApp('/admin/emergency-stop');

  await userEvent.click(await screen.findByRole('button', { name: 'Stop everything' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Reason' }), 'Wrong mails');
  await userEvent.click(screen.getByRole('button', { name: 'Stop everything now' }));

  expect(await within(await screen.findByRole('dialog')).findByRole('alert')).toHaveTextContent('It is in force already.');
});
