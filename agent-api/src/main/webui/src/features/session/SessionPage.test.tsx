import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer, json, openApp, problem } from '@/test-app';

const AT = '2026-01-01T09:00:00Z';
const session = { id: 's1', kind: 'chat', agentId: 'a1', agentName: 'News', head: 0, role: 'owner' };

let server: FakeServer;
let log: Record<string, unknown>[];
let hear: (frame: unknown) => void;

/** Numbers an event, as the log does, and tells it to the open socket. */
function happen(type: string, data: object, author?: object): void {
  const seq = log.length + 1;
  const event = { id: `e${seq}`, type, at: AT, runId: 'r1', author, data };
  log.push({ seq, ...event });
  act(() => hear({ type: 'event', seq, event }));
}

beforeEach(() => {
  log = [];
  hear = () => {};
  sessionStorage.clear();
  class Socket {
    static readonly OPEN = 1;
    readyState = 1;
    onopen: (() => void) | null = null;
    onmessage: ((message: { data: string }) => void) | null = null;
    onclose: ((close: { code: number }) => void) | null = null;
    constructor() {
      hear = (frame) => this.onmessage?.({ data: JSON.stringify(frame) });
      queueMicrotask(() => this.onopen?.());
    }
    send() {}
    close(code = 1000) {
      this.onclose?.({ code });
    }
  }
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('IntersectionObserver', class { observe() {} disconnect() {} });
  server = new FakeServer()
    .on('GET /api/sessions/s1', () => json(session))
    .on('GET /api/sessions/s1/events', () => json({ items: log, head: log.length }))
    .on('POST /api/sessions/s1/messages', () => json({ messageId: 'm' }, 201));
});

async function openLive() {
  const app = openApp('/sessions/s1');
  await screen.findByRole('status', { name: 'Connection: Live' });
  return app;
}

test('a message is shown as queued until the log has it, then its answer with what was done', async () => {
  await openLive();

  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'How full is the disk?{Enter}');
  const onTheirWay = await screen.findByRole('list', { name: 'Messages on their way' });
  await waitFor(() => expect(onTheirWay).toHaveTextContent('QueuedHow full is the disk?'));
  const [sent] = server.sent('POST /api/sessions/s1/messages') as [{ clientId: string }];
  expect(sent).toEqual({ clientId: expect.any(String), text: 'How full is the disk?', mode: 'queue' });

  happen('run.queued', { agentName: 'News', trigger: 'chat' });
  happen('message.posted', { messageId: 'm', clientId: sent.clientId, text: 'How full is the disk?' }, { name: 'Ada' });
  happen('run.started', { attempt: 1, startedAt: AT });
  const step = { stepId: 't1', step: 1, tool: 'run_bash', arguments: { script: 'df -h' } };
  happen('tool.started', step);
  await waitFor(() => expect(screen.getByRole('status', { name: 'Status of the run' })).toHaveTextContent('Running'));
  expect(screen.queryByRole('list', { name: 'Messages on their way' })).not.toBeInTheDocument();

  happen('tool.completed', { ...step, status: 'completed', result: '62 %', startedAt: AT, durationMs: 12, counted: true });
  happen('model.answered', { stepId: 't2', step: 2, text: 'It is **62 %** full.', model: 'm', durationMs: 3 });
  happen('run.completed', { endReason: 'finished', output: 'It is **62 %** full.', toolCalls: 1, durationMs: 900 });

  const shown = screen.getByRole('list', { name: 'Session' });
  expect(await within(shown).findByRole('article', { name: 'Answer' })).toHaveTextContent('62 %');
  await userEvent.click(within(shown).getByRole('button', { name: /run_bash df -h 12 ms/ }));
  expect(within(shown).getByRole('region', { name: 'Result' })).toHaveTextContent('62 %');
  expect(screen.getByRole('status', { name: 'Status of the run' })).toHaveTextContent('Completed');
});

test('shift and enter begin a new line instead of sending', async () => {
  await openLive();

  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'one{Shift>}{Enter}{/Shift}two');

  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('one\ntwo');
  expect(server.sent('POST /api/sessions/s1/messages')).toEqual([]);
});

test('what was typed and not sent is there again after leaving', async () => {
  sessionStorage.setItem('unsent:s1', 'half a thou');

  await openLive();

  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thou');
});

test('a refused message says why, and is sent again under the same id', async () => {
  server.on('POST /api/sessions/s1/messages', () => problem(503, 'The queue is away.'));
  await openLive();

  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
  expect(await screen.findByText(/Not sent\. .*The queue is away\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));

  const [first, second] = server.sent('POST /api/sessions/s1/messages');
  expect(second).toEqual(first);
});

test('a problem that the socket reports is shown until it is dismissed', async () => {
  await openLive();

  act(() => hear({ type: 'problem', problem: { status: 400, title: 'Bad', detail: 'This frame is not known.' } }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This frame is not known.');
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));

  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('the run of a background session shows its task and can be stopped, and there is nothing to type in', async () => {
  server
    .on('GET /api/sessions/s1', () => json({ ...session, kind: 'background' }))
    .on('POST /api/runs/r1/stop', () => json({ runId: 'r1' }, 202));
  await openLive();
  happen('run.queued', { agentName: 'News', trigger: 'manual', task: 'Only sports' });
  happen('run.started', { attempt: 1, startedAt: AT });

  expect(await screen.findByRole('article', { name: 'Message of Task' })).toHaveTextContent('Only sports');
  expect(screen.queryByRole('textbox', { name: 'Message' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  happen('run.cancelled', { endReason: 'stopped', error: 'Stopped by Ada.', toolCalls: 0 });

  expect(server.sent('POST /api/runs/r1/stop')).toHaveLength(1);
  expect(await screen.findByText('Stopped by Ada.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
});

test('a session that is not there says so', async () => {
  server.on('GET /api/sessions/s1', () => problem(404, 'There is no such session.'));

  openApp('/sessions/s1');

  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such session.');
});
