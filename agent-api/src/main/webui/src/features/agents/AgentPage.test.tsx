import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page } from '@/test-app';

const agent = {
  id: 'a1',
  name: 'News',
  type: 'user',
  state: 'active',
  owner: { id: 'm1', name: 'Ada' },
  instructions: 'Read.',
  schedule: '0 9 * * *',
  scheduleDescription: 'Every day at 09:00',
  timezone: 'UTC',
};
const run = { agentId: 'a1', agentName: 'News', trigger: 'schedule', createdAt: '2026-01-01T09:00:00Z' };
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/agents/a1', () => json(agent))
    .on('GET /api/agents/a1/runs', () =>
      page(
        {
          ...run,
          id: 'r2',
          sessionId: 's2',
          status: 'completed',
          endReason: 'finished',
          summary: 'Three documents changed.',
          startedAt: '2026-01-01T09:00:00Z',
          durationMs: 4210,
          toolCalls: 3,
        },
        { ...run, id: 'r1', status: 'skipped', endReason: 'overlap', toolCalls: 0 },
      ),
    );
});

test('the history says what each run did, and why one did not happen', async () => {
  openApp('/agents/a1');

  const history = await screen.findByRole('table', { name: 'History of runs' });
  const [, done, skipped] = within(history).getAllByRole('row') as [HTMLElement, HTMLElement, HTMLElement];
  expect(within(done).getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    'Completed',
    expect.stringMatching(/Schedule$/),
    '4.2 s',
    '3',
    'Three documents changed.',
    'Open',
  ]);
  expect(within(done).getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/sessions/s2');
  expect(skipped).toHaveTextContent('Skipped');
  expect(skipped).toHaveTextContent('The previous run was still working');
});

test('pausing is offered for an active agent, resuming for a paused one', async () => {
  let state = 'active';
  server
    .on('GET /api/agents/a1', () => json({ ...agent, state }))
    .on('POST /api/agents/a1/pause', () => {
      state = 'paused';
      return json({ ...agent, state });
    });
  openApp('/agents/a1');

  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));

  expect(await screen.findByRole('button', { name: 'Resume' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Run now' })).toBeDisabled();
});

test('runs now with a task', async () => {
  server.on('POST /api/agents/a1/runs', () => json({ runId: 'r3', sessionId: 's3' }, 202));
  openApp('/agents/a1');

  await userEvent.click(await screen.findByRole('button', { name: 'Run now' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Task' }), 'Only sports');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));

  expect(await screen.findByText('News runs now.')).toBeInTheDocument();
  expect(server.sent('POST /api/agents/a1/runs')).toEqual([{ task: 'Only sports' }]);
});

test('deletes only after a confirmation', async () => {
  server.on('DELETE /api/agents/a1', () => new Response(null, { status: 204 }));
  const app = openApp('/agents/a1');

  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  expect(server.sent('DELETE /api/agents/a1')).toHaveLength(0);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete agent' }));

  await screen.findByText('No agents yet');
  expect(server.sent('DELETE /api/agents/a1')).toHaveLength(1);
  expect(app.address()).toBe('/agents');
});

test("of somebody else's agent there is a card and a chat, and no history", async () => {
  const { instructions: _1, schedule: _2, scheduleDescription: _3, timezone: _4, ...card } = agent;
  server
    .on('GET /api/me', () => json({ id: 'm2', username: 'bob', name: 'Bob', role: 'member' }))
    .on('GET /api/agents/a1', () => json(card));
  openApp('/agents/a1');

  expect(await screen.findByText(/belongs to Ada/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Chat' })).toBeEnabled();
  expect(screen.queryByRole('button', { name: 'Run now' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'More actions' })).not.toBeInTheDocument();
});
