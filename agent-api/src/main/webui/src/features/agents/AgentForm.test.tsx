import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, json, openApp, page, problem } from '@/test-app';

const agent = {
  id: 'a1',
  name: 'News',
  type: 'user',
  state: 'active',
  owner: { id: 'm1', name: 'Ada' },
  instructions: 'Read.',
  schedule: 'daily at 9am',
  timezone: 'UTC',
  version: 7,
};
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('POST /api/agents', () => json(agent, 201))
    .on('GET /api/agents/a1', () => json(agent))
    .on('PATCH /api/agents/a1', () => json({ ...agent, version: 8 }))
    .on('GET /api/agents/a1/runs', () => page())
    .on('POST /api/schedules/preview', ({ body }) =>
      (body as { schedule: string }).schedule === 'every 10 seconds'
        ? json({
            description: 'Every 10 seconds',
            warnings: ['This is often.'],
            next: ['2030-01-01T09:00:10Z', '2030-01-01T09:00:20Z'],
            local: ['2030-01-01T09:00:10Z', '2030-01-01T09:00:20Z'],
          })
        : problem(400, 'Invalid.', [{ field: 'schedule', message: 'cannot be understood' }]),
    );
});

async function fill(label: string, text: string) {
  const box = await screen.findByRole('textbox', { name: label });
  await userEvent.clear(box);
  await userEvent.type(box, text);
}

test('what a schedule means, its warnings and its next times are shown while it is typed', async () => {
  openApp('/agents/new');

  await fill('Schedule', 'every 10 seconds');

  const times = await screen.findByRole('list', { name: 'Next runs' });
  expect(within(times).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('Every 10 seconds')).toBeVisible();
  expect(screen.getByText('This is often.')).toBeVisible();
});

test('a schedule that cannot be understood is said beside it', async () => {
  openApp('/agents/new');

  await fill('Schedule', 'whenever');

  expect(await screen.findByText('This cannot be understood')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Schedule' })).toBeInvalid();
});

test('creates an agent and opens its page', async () => {
  const app = openApp('/agents/new');

  await fill('Name', 'News');
  await fill('Instructions', 'Read.');
  await fill('Schedule', 'every 10 seconds');
  await userEvent.click(screen.getByRole('button', { name: 'Create agent' }));

  expect(await screen.findByRole('heading', { name: 'News' })).toBeVisible();
  expect(app.address()).toBe('/agents/a1');
  expect(server.sent('POST /api/agents')).toEqual([
    {
      name: 'News',
      instructions: 'Read.',
      type: 'user',
      schedule: 'every 10 seconds',
      timezone: 'UTC',
      overlapPolicy: 'skip',
      visibility: 'everyone',
    },
  ]);
});

test('every fault that the server finds appears at its field and in the summary', async () => {
  server.on('POST /api/agents', () =>
    problem(400, 'Invalid.', [
      { field: 'name', message: 'is required' },
      { field: 'limits.maxToolCalls', message: 'must be 1 to 1000' },
    ]),
  );
  openApp('/agents/new');

  await userEvent.click(await screen.findByRole('button', { name: 'Create agent' }));

  expect(await screen.findByText('This is required')).toBeVisible();
  expect(screen.getByText('This must be 1 to 1000')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid();
  expect(within(screen.getByRole('alert')).getByText('limits.maxToolCalls must be 1 to 1000')).toBeVisible();
});

test('a change sends only what differs', async () => {
  openApp('/agents/a1/edit');

  await fill('Name', 'Olds');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await screen.findByText('It has not run yet');
  expect(server.sent('PATCH /api/agents/a1')).toEqual([{ name: 'Olds' }]);
});

test('a change that somebody else was faster with says so and keeps what was typed', async () => {
  server.on('PATCH /api/agents/a1', () => problem(412, 'Stale.'));
  openApp('/agents/a1/edit');

  await fill('Name', 'Olds');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else changed this meanwhile');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Olds');
});

test('an org agent gets the actions that are ticked, and reads no sources', async () => {
  openApp('/agents/new');

  await userEvent.click(await screen.findByRole('radio', { name: 'Org' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'run_bash' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create agent' }));

  expect(screen.queryByRole('combobox', { name: 'Sources' })).not.toBeInTheDocument();
  expect(server.sent('POST /api/agents')).toEqual([
    expect.objectContaining({ type: 'org', allowedActions: ['run_bash'] }),
  ]);
});
