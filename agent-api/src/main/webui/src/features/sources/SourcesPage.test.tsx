import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp, problem } from '@/test-app';

test('an admin sees how each source stands', async () => {
  new FakeServer().on('GET /api/sources/s1/status', () =>
    json({ sourceId: 's1', state: 'failed', documents: 512, skipped: 3, error: 'is not a folder that can be read' }),
  );

  openApp('/sources');

  const row = (await screen.findAllByRole('row')).at(-1) as HTMLElement;
  expect(await within(row).findByText('is not a folder that can be read')).toBeVisible();
  expect(row).toHaveTextContent('HandbookFolderFailed');
  expect(row).toHaveTextContent('3 files left out');
});

test('an admin adds a folder; what the server refuses appears at the path', async () => {
  const server = new FakeServer().on('POST /api/sources', () =>
    problem(400, 'Invalid.', [{ field: 'config.path', message: 'must be absolute' }]),
  );
  openApp('/sources');

  await userEvent.click(await screen.findByRole('button', { name: 'Add folder' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Notes');
  await userEvent.type(screen.getByRole('textbox', { name: 'Path' }), 'notes');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));

  expect(await screen.findByText('This must be absolute')).toBeVisible();
  expect(server.sent('POST /api/sources')).toEqual([
    { name: 'Notes', kind: 'folder', config: { path: 'notes' }, access: { everyone: true } },
  ]);
});

test('a member sees names and no way to change them', async () => {
  new FakeServer().on('GET /api/me', () => json({ id: 'm2', username: 'bob', name: 'Bob', role: 'member' }));

  openApp('/sources');

  expect(await screen.findByRole('cell', { name: 'Handbook' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add folder' })).not.toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: 'Status' })).not.toBeInTheDocument();
});
