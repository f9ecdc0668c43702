import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const ada = { id: 'm1', username: 'ada', name: 'Ada', role: 'admin', state: 'active', createdAt: '2026-01-01T00:00:00Z' };
const bob = { ...ada, id: 'm2', username: 'bob', name: 'Bob', email: 'bob@example.com', role: 'member' };
const carol = { ...bob, id: 'm3', username: 'carol', name: 'Carol', email: undefined };
const nothing = () => new Response(null, { status: 204 });
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/config', () => json({ signInMode: 'accounts', features: { agents: true } }))
    .on('GET /api/members', () => page(ada, bob, carol));
});

async function choose(name: string, item: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

test('a member sees no way to the administration, and nothing of it is asked for', async () => {
  server.on('GET /api/me', () => json({ ...bob }));

  openApp('/admin/members');

  expect(await screen.findByRole('heading', { name: 'This is for admins' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Admin' })).not.toBeInTheDocument();
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/members');
});

test('an admin comes there by the navigation, and sees who is who', async () => {
  openApp('/agents');

  await userEvent.click(await screen.findByRole('link', { name: 'Admin' }));

  const [, first] = within(await screen.findByRole('table', { name: 'Members' })).getAllByRole('row');
  expect(first).toHaveTextContent('AdaYouada');
});

test('the filters stand in the address and reach the server', async () => {
  const app = openApp('/admin/members');

  await userEvent.click(await screen.findByRole('radio', { name: 'Admins' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Disabled' }));

  await waitFor(() => expect(app.address()).toBe('/admin/members?role=admin&state=disabled'));
  await waitFor(() =>
    expect(server.asked.filter(({ path }) => path === '/api/members').at(-1)?.query.toString()).toBe('role=admin&state=disabled'),
  );
});

test('a change sends only what differs', async () => {
  server.on('PATCH /api/members/m2', () => json({ ...bob, role: 'admin' }));
  openApp('/admin/members');

  await choose('Bob', 'Edit');
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('radio', { name: 'Admin' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'E-mail' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  expect(await screen.findByText('Bob is saved.')).toBeInTheDocument();
  expect(server.sent('PATCH /api/members/m2')).toEqual([{ email: null, role: 'admin' }]);
});

test('the last admin cannot be disabled, and reads why', async () => {
  server.on('PATCH /api/members/m1', () => problem(409, 'This is the last active admin.'));
  openApp('/admin/members');

  await choose('Ada', 'Disable');
  expect(server.sent('PATCH /api/members/m1')).toHaveLength(0);
  await userEvent.click(await screen.findByRole('button', { name: 'Disable member' }));

  expect(await screen.findByText(/This is the last active admin/)).toBeInTheDocument();
  expect(server.sent('PATCH /api/members/m1')).toEqual([{ state: 'disabled' }]);
});

test('a new password is shown once, and not offered for oneself', async () => {
  server.on('POST /api/members/m2/reset-password', () => json({ password: 'q1w2e3r4' }));
  openApp('/admin/members');
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for Ada' }));
  await screen.findByRole('menuitem', { name: 'Edit' });
  expect(screen.queryByRole('menuitem', { name: 'New password' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');

  await choose('Bob', 'New password');
  await userEvent.click(await screen.findByRole('button', { name: 'Make a new password' }));

  expect(await screen.findByRole('status', { name: 'Password' })).toHaveTextContent('q1w2e3r4');
});

test('who is removed may leave the agents to somebody else, but not to the admin who does it', async () => {
  server.on('DELETE /api/members/m2', nothing);
  openApp('/admin/members');

  await choose('Bob', 'Remove');
  await userEvent.click(await screen.findByRole('radio', { name: 'Go to somebody else' }));
  expect(screen.getByRole('button', { name: 'Remove member' })).toBeDisabled();
  await userEvent.click(screen.getByRole('combobox', { name: 'New owner' }));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['Carol (carol)']);
  await userEvent.click(screen.getByRole('option', { name: 'Carol (carol)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove member' }));

  expect(await screen.findByText('Bob was removed.')).toBeInTheDocument();
  expect(server.asked.find(({ method }) => method === 'DELETE')?.query.get('handOverTo')).toBe('m3');
});

test('who is removed without an heir has the agents stopped', async () => {
  server.on('DELETE /api/members/m2', nothing);
  openApp('/admin/members');

  await choose('Bob', 'Remove');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove member' }));

  await screen.findByText('Bob was removed.');
  expect(server.asked.find(({ method }) => method === 'DELETE')?.query.has('handOverTo')).toBe(false);
});

test('a group gets a member', async () => {
  server
    .on('GET /api/groups/g1', () => json({ id: 'g1', name: 'Support', origin: 'local', memberCount: 0 }))
    .on('GET /api/groups/g1/members', () => page())
    .on('PUT /api/groups/g1/members/m2', nothing);
  openApp('/admin/groups/g1');
  await screen.findByText('Nobody is in this group');

  await userEvent.click(screen.getByRole('combobox', { name: 'Add a member' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Bob (bob)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));

  expect(await screen.findByText('Added to Support.')).toBeInTheDocument();
  expect(server.sent('PUT /api/groups/g1/members/m2')).toHaveLength(1);
});

test("a provider's group is only read", async () => {
  server
    .on('GET /api/groups/g2', () => json({ id: 'g2', name: 'Staff', origin: 'provider', memberCount: 1 }))
    .on('GET /api/groups/g2/members', () => page({ id: 'm2', name: 'Bob', addedAt: '2026-01-01T00:00:00Z' }));

  openApp('/admin/groups/g2');

  expect(await screen.findByRole('cell', { name: 'Bob' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Take Bob out' })).not.toBeInTheDocument();
});

test('groups are made, and a name that is taken is said', async () => {
  server
    .on('GET /api/groups', () => page())
    .on('POST /api/groups', ({ body }) =>
      (body as { name: string }).name === 'Support' ? problem(409, 'The name is taken.') : json({ id: 'g3', ...(body as object) }, 201),
    );
  openApp('/admin/groups');

  await userEvent.click((await screen.findAllByRole('button', { name: 'New group' }))[0] as HTMLElement);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.type(name, 'Support');
  await userEvent.click(screen.getByRole('button', { name: 'Create group' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The name is taken.');
  await userEvent.type(name, ' 2');
  await userEvent.click(screen.getByRole('button', { name: 'Create group' }));

  expect(await screen.findByText(/The group Support 2 is there/)).toBeInTheDocument();
});
