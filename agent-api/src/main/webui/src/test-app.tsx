import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { onSignedOut } from '@/api/client';
import { keys } from '@/api/queries';
import { createRoutes } from '@/app/routes';
import { theme } from '@/app/theme';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  accept: string | undefined;
  body: unknown;
}

type Answer = (asked: Asked) => Response | undefined;

/** Requests that the server would answer, by method and path; everything that was asked is kept. */
export class FakeServer {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>();

  constructor() {
    this.on('GET /api/me', () => json({ id: 'm1', username: 'ada', name: 'Ada', role: 'admin' }));
    this.on('GET /api/config', () => json({ features: { agents: true }, defaultTimezone: 'UTC', defaultModel: 'runbook' }));
    this.on('GET /api/emergency-stop', () => json({ active: false }));
    this.on('GET /background-agents', () => json({ active: [], history: [] }));
    this.on('GET /api/agents', () => page());
    this.on('GET /api/models', () => page({ name: 'runbook', provider: 'runbook', isDefault: true }));
    this.on('GET /api/tools', () => page({ name: 'run_bash', description: 'Bash.', offeredTo: ['user', 'org'] }));
    this.on('GET /api/sources', () => page({ id: 's1', name: 'Handbook', kind: 'folder' }));
    vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => this.answer(url, init));
    vi.stubGlobal('EventSource', class { addEventListener() {} close() {} });
  }

  on(what: string, answer: Answer): this {
    this.answers.set(what, answer);
    return this;
  }

  /** Bodies of what was sent to a path that changes something. */
  sent(what: string): unknown[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === what).map(({ body }) => body);
  }

  private answer(url: string, { method = 'GET', body, headers }: RequestInit): Response {
    const { pathname: path, searchParams: query } = new URL(url, 'http://here');
    const accept = new Headers(headers).get('Accept') ?? undefined;
    const asked = { method, path, query, accept, body: typeof body === 'string' ? parsed(body) : undefined };
    this.asked.push(asked);
    return this.answers.get(`${method} ${path}`)?.(asked) ?? problem(404, 'Not part of this test.');
  }
}

/** YAML stays the text that it is. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status });
}

export function page(...items: unknown[]): Response {
  return json({ items, nextCursor: null });
}

export function problem(status: number, detail: string, errors?: { field: string; message: string }[]): Response {
  return new Response(JSON.stringify({ status, detail, errors }), { status });
}

/** The whole app at an address, against a {@link FakeServer}. */
export function openApp(path: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(createRoutes(), { initialEntries: [path] });
  // What an earlier test was told must not answer for this one.
  notifications.clean();
  onSignedOut(() => client.setQueryData(keys.me, null));
  render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={client}>
        <Notifications />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { address: () => router.state.location.pathname + router.state.location.search };
}
