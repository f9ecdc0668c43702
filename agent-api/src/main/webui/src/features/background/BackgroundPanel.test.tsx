import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const active = {
  instanceId: 'r1',
  threadId: 's1',
  agentId: 'a1',
  agentName: 'News',
  status: 'active',
  startedAt: new Date().toISOString(),
};
const over = { ...active, instanceId: 'r0', threadId: 's0', status: 'failed', durationMs: 900, error: 'exit code 2' };
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on('GET /background-agents', () => json({ active: [active], history: [over] }));
});

async function openPanel() {
  await userEvent.click(await screen.findByRole('button', { name: 'Background agents, 1 active' }));
  return screen.findByRole('dialog', { name: 'Background agents' });
}

test('is reachable from every page, and its address can be shared', async () => {
  const app = openApp('/sources');

  const panel = await openPanel();
  await userEvent.click(within(panel).getByRole('tab', { name: 'History' }));

  expect(await within(panel).findByText('exit code 2')).toBeVisible();
  expect(app.address()).toBe('/sources?background=history');
});

test('the log shows each step with its result', async () => {
  server.on('GET /api/runs/r1/steps', () =>
    page(
      { id: 'x', n: 1, kind: 'model', result: 'Let me look.', status: 'completed', durationMs: 3 },
      {
        id: 'y',
        n: 2,
        kind: 'tool',
        tool: 'run_bash',
        arguments: { script: 'ls' },
        result: 'a.txt',
        status: 'failed',
        durationMs: 12,
      },
    ),
  );
  openApp('/agents');
  const panel = await openPanel();

  await userEvent.click(within(panel).getByRole('button', { name: 'Log of News' }));
  await userEvent.click(await within(panel).findByRole('button', { name: /run_bash ls Failed 12 ms/ }));

  expect(within(panel).getByText('Let me look.')).toBeVisible();
  expect(within(panel).getByRole('region', { name: 'Result' })).toHaveTextContent('a.txt');
  expect(within(panel).getByRole('link', { name: 'Open session' })).toHaveAttribute('href', '/sessions/s1');
});

test('stops a run', async () => {
  server.on('POST /background-agents/r1/stop', () => json({ ...active, status: 'cancelled' }));
  openApp('/agents');
  const panel = await openPanel();

  await userEvent.click(within(panel).getByRole('button', { name: 'Stop News' }));

  expect(server.sent('POST /background-agents/r1/stop')).toEqual([{}]);
});

test('starts a chosen agent with a task, and says why it could not', async () => {
  server
    .on('GET /api/agents', () => page({ id: 'a2', name: 'Digest', type: 'user', state: 'paused', instructions: 'x' }))
    .on('POST /background-agents/start', () => problem(409, 'The agent is paused.'));
  openApp('/sources');
  const panel = await openPanel();

  await userEvent.click(within(panel).getByRole('button', { name: 'Start a background agent' }));
  await userEvent.click(within(panel).getByRole('combobox', { name: 'Agent' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Digest' }));
  await userEvent.type(within(panel).getByRole('textbox', { name: 'Task' }), 'Only sports');
  await userEvent.click(within(panel).getByRole('button', { name: 'Start' }));

  expect(await within(panel).findByRole('alert')).toHaveTextContent('The agent is paused.');
  expect(server.sent('POST /background-agents/start')).toEqual([{ agentId: 'a2', task: 'Only sports' }]);
});
