import { afterEach, beforeEach, describe, expect, test, vi, type Mock } from 'vitest';
import { onSignedOut } from '@/api/client';
import { follow } from './connection';
import { reduce, start, type Happening, type LiveSession } from './liveSession';

/** A socket that the test opens, feeds and closes. */
class ScriptedSocket {
  static all: ScriptedSocket[] = [];
  static readonly OPEN = 1;
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    ScriptedSocket.all.push(this);
  }

  send() {}

  close(code = 1000) {
    this.onclose?.({ code });
  }

  hear(frame: unknown) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

function event(seq: number) {
  return { id: `e${seq}`, type: 'message.posted', at: 'now', data: { messageId: 'x', clientId: `c${seq}`, text: `${seq}` } };
}

describe('following a session', () => {
  let log: number[];
  let asked: string[];
  let session: LiveSession;
  let stop: AbortController;
  let signedOut: Mock<() => void>;
  let forget: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    ScriptedSocket.all = [];
    vi.stubGlobal('WebSocket', ScriptedSocket);
    log = [1, 2];
    asked = [];
    vi.stubGlobal('fetch', async (url: string) => {
      const from = Number(new URL(url, 'http://here').searchParams.get('after'));
      asked.push(`after ${from}`);
      const items = log.filter((seq) => seq > from).map((seq) => ({ seq, ...event(seq) }));
      return new Response(JSON.stringify({ items, head: log.length }));
    });
    session = start([]);
    stop = new AbortController();
    signedOut = vi.fn<() => void>();
    forget = onSignedOut(signedOut);
    void follow('s1', (happening: Happening) => (session = reduce(session, happening)), stop.signal);
  });

  afterEach(() => {
    stop.abort();
    forget();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const seen = () => session.timeline.entries.map((entry) => entry.seq);
  const socket = async (nth: number) => {
    await vi.waitFor(() => expect(ScriptedSocket.all).toHaveLength(nth));
    return ScriptedSocket.all[nth - 1] as ScriptedSocket;
  };

  test('reads the log first and listens from its end', async () => {
    const first = await socket(1);
    first.onopen?.();

    expect(seen()).toEqual([1, 2]);
    expect(first.url).toMatch(/\/ws\/sessions\/s1\?after=2$/);
    expect(session.connection).toBe('live');
  });

  test('a lost connection comes back with the last number, and nothing is missed or doubled', async () => {
    const first = await socket(1);
    first.hear({ type: 'event', seq: 3, event: event(3) });
    log = [1, 2, 3, 4];
    first.close(1006);
    await vi.waitFor(() => expect(session.connection).toBe('reconnecting'));
    const second = await socket(2);
    second.hear({ type: 'event', seq: 4, event: event(4) });
    second.hear({ type: 'event', seq: 5, event: event(5) });
    await vi.advanceTimersByTimeAsync(100);

    expect(asked).toEqual(['after 0', 'after 3']);
    expect(second.url).toMatch(/after=4$/);
    expect(seen()).toEqual([1, 2, 3, 4, 5]);
  });

  test('an event behind a gap makes it read the log', async () => {
    const first = await socket(1);
    log = [1, 2, 3, 4];
    first.hear({ type: 'event', seq: 4, event: event(4) });
    await socket(2);

    expect(seen()).toEqual([1, 2, 3, 4]);
  });

  test('resync reads the whole log anew', async () => {
    const first = await socket(1);
    log = [1];
    first.hear({ type: 'resync', reason: 'ahead', head: 1 });
    const second = await socket(2);

    expect(seen()).toEqual([1]);
    expect(second.url).toMatch(/after=1$/);
  });

  test('a session that is no longer visible is not asked for again', async () => {
    (await socket(1)).close(4404);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(session.connection).toBe('gone');
    expect(ScriptedSocket.all).toHaveLength(1);
  });

  test('being signed out leads to the sign-in page', async () => {
    (await socket(1)).close(4401);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(signedOut).toHaveBeenCalledOnce();
    expect(ScriptedSocket.all).toHaveLength(1);
  });
});
