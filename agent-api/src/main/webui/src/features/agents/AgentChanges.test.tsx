import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const agent = {
  id: 'a1',
  name: 'News',
  type: 'user',
  state: 'active',
  owner: { id: 'm1', name: 'Ada' },
  visibility: 'everyone',
  instructions: 'Read.',
  schedule: '0 9 * * *',
  timezone: 'UTC',
  version: 3,
};
const card = { id: 'a2', name: 'Digest', type: 'org', state: 'active', owner: { name: 'Organisation' }, visibility: 'everyone' };
const bob = { id: 'm2', username: 'bob', name: 'Bob', role: 'member', state: 'active' };
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/agents/a1', () => json(agent))
    .on('GET /api/agents/a1/runs', () => page())
    .on('GET /api/members', () => page({ id: 'm1', name: 'Ada', username: 'ada' }, bob))
    .on('GET /api/agents/a1/versions', () =>
      page(
        {
          version: 3,
          at: '2026-01-03T00:00:00Z',
          by: { id: 'm1', name: 'Ada' },
          change: 'edited',
          differences: [
            { field: 'instructions', before: 'Look.\nRead.', after: 'Look.\nWrite.' },
            { field: 'allowedSources', before: [], after: ['s1'] },
          ],
        },
        {
          version: 1,
          at: '2026-01-01T00:00:00Z',
          by: { name: 'Nightshift' },
          change: 'handed_over',
          differences: [{ field: 'owner', before: { id: 'm2', name: 'Bob' }, after: { id: 'm1', name: 'Ada' } }],
        },
      ),
    );
});

async function choose(item: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

test('each version says who changed what', async () => {
  const app = openApp('/agents/a1');

  await userEvent.click(await screen.findByRole('tab', { name: 'Versions' }));

  const newest = await screen.findByRole('listitem', { name: 'Version 3' });
  expect(newest).toHaveTextContent('Edited by Ada');
  expect(newest).toHaveTextContent('Current');
  const lines = within(newest).getByRole('list', { name: 'Lines of instructions that changed' });
  expect(within(lines).getAllByRole('listitem').map((line) => `${line.dataset.kind} ${line.textContent}`)).toEqual([
    'same Look.',
    'gone Read.',
    'new Write.',
  ]);
  expect(newest).toHaveTextContent('Allowed sourcesnone → Handbook');
  expect(screen.getByRole('listitem', { name: 'Version 1' })).toHaveTextContent('OwnerBob → Ada');
  expect(app.address()).toBe('/agents/a1?show=versions');
});

test('an earlier version is restored after a confirmation; the current one cannot be', async () => {
  server.on('POST /api/agents/a1/versions/1/restore', () => json({ ...agent, version: 4 }));
  openApp('/agents/a1?show=versions');

  expect(await screen.findAllByRole('button', { name: /^Restore version/ })).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Restore version 1' }));
  expect(server.sent('POST /api/agents/a1/versions/1/restore')).toHaveLength(0);
  await userEvent.click(await screen.findByRole('button', { name: 'Restore' }));

  expect(await screen.findByText('News is what it was in version 1.')).toBeInTheDocument();
});

test('a version that would not do today says why', async () => {
  server.on('POST /api/agents/a1/versions/1/restore', () =>
    problem(400, 'Invalid.', [{ field: 'allowedSources', message: 'names a source that you may not read' }]),
  );
  openApp('/agents/a1?show=versions');

  await userEvent.click(await screen.findByRole('button', { name: 'Restore version 1' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Restore' }));

  expect(await screen.findByText(/names a source that you may not read/)).toBeInTheDocument();
});

test('an agent is handed over to somebody else', async () => {
  server.on('POST /api/agents/a1/hand-over', () => json({ ...agent, owner: { id: 'm2', name: 'Bob' } }));
  const app = openApp('/agents/a1');

  await choose('Hand over');
  expect(await screen.findByRole('button', { name: 'Hand over' })).toBeDisabled();
  await userEvent.click(screen.getByRole('combobox', { name: 'New owner' }));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['Bob (bob)']);
  await userEvent.click(screen.getByRole('option', { name: 'Bob (bob)' }));
  await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));

  expect(await screen.findByText(/News has a new owner/)).toBeInTheDocument();
  expect(server.sent('POST /api/agents/a1/hand-over')).toEqual([{ memberId: 'm2' }]);
  await waitFor(() => expect(app.address()).toBe('/agents'));
});

test.each([
  ['stopped', true],
  ['active', false],
])("an admin hands over somebody's agent that is %s: %s", async (state, offered) => {
  server.on('GET /api/agents/a3', () => json({ ...card, id: 'a3', type: 'user', state, owner: { id: 'm2', name: 'Bob' } }));
  openApp('/agents/a3');

  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));

  await screen.findByRole('menuitem', { name: 'Delete' });
  expect(screen.queryAllByRole('menuitem', { name: 'Hand over' })).toHaveLength(offered ? 1 : 0);
  expect(screen.queryByRole('menuitem', { name: 'Edit' })).not.toBeInTheDocument();
});

test('a remix is an agent of its own, which is opened', async () => {
  server
    .on('POST /api/agents/a1/remix', () => json({ ...agent, id: 'a9', name: 'My news' }, 201))
    .on('GET /api/agents/a9', () => json({ ...agent, id: 'a9', name: 'My news' }))
    .on('GET /api/agents/a9/runs', () => page());
  const app = openApp('/agents/a1');

  await choose('Remix');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'My news');
  await userEvent.click(screen.getByRole('button', { name: 'Remix' }));

  expect(await screen.findByRole('heading', { name: 'My news' })).toBeVisible();
  expect(app.address()).toBe('/agents/a9');
  expect(server.sent('POST /api/agents/a1/remix')).toEqual([{ name: 'My news' }]);
});

test('an agent is downloaded as YAML', async () => {
  server.on('GET /api/agents/a1', ({ accept }) => (accept?.startsWith('application/yaml') ? new Response('name: News\n') : json(agent)));
  const kept: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${kept.push(file)}`, revokeObjectURL() {} }));
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  openApp('/agents/a1');

  await choose('Download as YAML');

  await waitFor(() => expect(click).toHaveBeenCalled());
  expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('news.yaml');
  expect(kept).toHaveLength(1);
});

test('an agent is created from YAML; what is wrong with it is said', async () => {
  let right = false;
  server.on('POST /api/agents', () =>
    right ? json(agent, 201) : problem(400, 'Invalid.', [{ field: 'schedule', message: 'cannot be understood' }]),
  );
  const app = openApp('/agents');
  await screen.findByRole('button', { name: 'From YAML' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  const file = new File(['name: News\n'], 'news.yaml');

  await userEvent.upload(input, file);
  expect(await screen.findByText(/schedule cannot be understood/)).toBeInTheDocument();
  right = true;
  await userEvent.upload(input, file);

  expect(await screen.findByText('News was created from news.yaml.')).toBeInTheDocument();
  expect(server.sent('POST /api/agents')).toEqual(['name: News\n', 'name: News\n']);
  await waitFor(() => expect(app.address()).toBe('/agents/a1'));
});

test('a chat can be opened from a card in the list', async () => {
  server.on('GET /api/agents', () => page(card)).on('POST /api/agents/a2/sessions', () => json({ sessionId: 's1' }, 201));
  const app = openApp('/agents');

  await userEvent.click(await screen.findByRole('button', { name: 'Chat with Digest' }));

  await waitFor(() => expect(app.address()).toBe('/sessions/s1'));
});

test('of an org agent whose results are shared a member sees how its runs went', async () => {
  server
    .on('GET /api/me', () => json(bob))
    .on('GET /api/agents/a2', () => json(card))
    .on('GET /api/agents/a2/runs', () => page({ id: 'r1', status: 'completed', trigger: 'schedule', summary: 'All is well.' }));

  openApp('/agents/a2');

  expect(await screen.findByText('All is well.')).toBeVisible();
  expect(screen.queryByRole('tab', { name: 'Versions' })).not.toBeInTheDocument();
});

test('of one whose results are not shared, none', async () => {
  server
    .on('GET /api/me', () => json(bob))
    .on('GET /api/agents/a2', () => json(card))
    .on('GET /api/agents/a2/runs', () => problem(403, 'Not shared.'));

  openApp('/agents/a2');

  expect(await screen.findByText(/is not shared with you/)).toBeVisible();
  expect(screen.queryByText('Not shared.')).not.toBeInTheDocument();
});

test('an admin shares the results of an org agent', async () => {
  const org = { ...agent, type: 'org', resultsShared: false };
  server.on('GET /api/agents/a1', () => json(org)).on('PATCH /api/agents/a1', () => json(org));
  openApp('/agents/a1/edit');

  await userEvent.click(await screen.findByRole('switch', { name: /^Results are shared/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await waitFor(() => expect(server.sent('PATCH /api/agents/a1')).toEqual([{ resultsShared: true }]));
});

test('a member is offered no org agent to create', async () => {
  server.on('GET /api/me', () => json(bob));

  openApp('/agents/new');

  await screen.findByRole('textbox', { name: 'Name' });
  expect(screen.queryByRole('radio', { name: 'Org' })).not.toBeInTheDocument();
  expect(screen.queryByRole('switch', { name: /^Results are shared/ })).not.toBeInTheDocument();
});
