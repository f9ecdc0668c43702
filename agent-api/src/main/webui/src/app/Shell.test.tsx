import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeServer, json, openApp } from '@/test-app';

test('says so where agents are switched off', async () => {
  new FakeServer().on('GET /api/config', () => json({ features: { agents: false } }));

  openApp('/agents');

  expect(await screen.findByText('Agents are switched off here')).toBeVisible();
});

test('the theme can be switched, and the choice is offered the other way round then', async () => {
  new FakeServer();
  openApp('/agents');

  await userEvent.click(await screen.findByRole('button', { name: 'Switch to dark theme' }));

  expect(screen.getByRole('button', { name: 'Switch to light theme' })).toBeVisible();
  expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('an address that is none leads back to the agents', async () => {
  new FakeServer();
  openApp('/no-such-page');

  await userEvent.click(await screen.findByRole('link', { name: 'Go to agents' }));

  expect(await screen.findByRole('heading', { name: 'Agents' })).toBeVisible();
});
