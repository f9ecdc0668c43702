import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp, page } from '@/test-app';

const digest = {
  name: 'daily-digest',
  title: 'Daily digest',
  description: 'Reads what is new.',
  schedule: 'daily at 9am',
  actions: ['search_documents'],
  needsSources: true,
  instructions: 'Read.',
};

test('installs an agent with the sources that were chosen, and opens it', async () => {
  const server = new FakeServer()
    .on('GET /api/catalog', () => page(digest))
    .on('POST /api/catalog/daily-digest/install', () => json({ id: 'a1', name: 'Daily digest' }, 201));
  const app = openApp('/catalog');

  await userEvent.click(await screen.findByRole('button', { name: 'Install' }));
  await userEvent.click(await screen.findByRole('combobox', { name: 'Sources' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Handbook' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getAllByRole('button', { name: 'Install' }).at(-1) as HTMLElement);

  expect(await screen.findByText('Daily digest is installed and active.')).toBeInTheDocument();
  expect(server.sent('POST /api/catalog/daily-digest/install')).toEqual([{ allowedSources: ['s1'] }]);
  await waitFor(() => expect(app.address()).toBe('/agents/a1'));
});
