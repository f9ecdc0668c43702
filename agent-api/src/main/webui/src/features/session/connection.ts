import { reportSignedOut, send } from '@/api/client';
import { isStatus } from '@/api/problem';
import { NOT_VISIBLE, ROLE_LOST, SIGNED_OUT, type EventPage, type Frame } from './events';
import type { Happening } from './liveSession';

const PAGE = 200;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
const STABLE_AFTER_MS = 5000;
const PING_EVERY_MS = 20_000;
const SILENT_AFTER_MS = 45_000;
/** Frames that arrive together are shown together. */
const GATHER_MS = 25;

/**
 * Follows a session for as long as `signal` lets it: reads the log up to its head, then listens to the socket from
 * there, and starts over whenever the socket ends, after a pause that grows. Nothing is told twice or left out.
 */
export async function follow(id: string, tell: (happening: Happening) => void, signal: AbortSignal): Promise<void> {
  let last = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      last = await catchUp(id, last, tell, signal);
      const openedAt = Date.now();
      const ended = await listen(id, last, tell, signal);
      if (ended.code === SIGNED_OUT) {
        reportSignedOut();
        return;
      }
      if (ended.code === ROLE_LOST || ended.code === NOT_VISIBLE) {
        tell({ type: 'connection', connection: 'gone' });
        return;
      }
      failures = Date.now() - openedAt > STABLE_AFTER_MS ? 0 : failures + 1;
      last = ended.last;
      if (ended.resync) {
        last = 0;
        tell({ type: 'restarted' });
      }
    } catch (error) {
      if (signal.aborted || isStatus(error, 401)) {
        return;
      }
      if (isStatus(error, 403) || isStatus(error, 404)) {
        tell({ type: 'connection', connection: 'gone' });
        return;
      }
      failures += 1;
    }
    if (!signal.aborted) {
      tell({ type: 'connection', connection: 'reconnecting' });
      await pause(failures, signal);
    }
  }
}

async function catchUp(id: string, from: number, tell: (happening: Happening) => void, signal: AbortSignal) {
  let last = from;
  for (;;) {
    const page = await send<EventPage>('GET', `/api/sessions/${id}/events`, {
      query: { after: last, limit: PAGE },
      signal,
    });
    tell({ type: 'read', events: page.items.map((event) => ({ seq: event.seq, event })) });
    const reached = page.items.at(-1)?.seq ?? last;
    if (page.items.length === 0 || reached >= page.head) {
      return reached;
    }
    last = reached;
  }
}

interface Ended {
  code: number;
  last: number;
  resync: boolean;
}

function listen(id: string, after: number, tell: (happening: Happening) => void, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/ws/sessions/${id}?after=${after}`);
    let last = after;
    let resync = false;
    let heardAt = Date.now();
    let gathered: Frame[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;

    const flush = () => {
      gathering = undefined;
      if (gathered.length > 0) {
        tell({ type: 'heard', frames: gathered });
        gathered = [];
      }
    };
    const pulse = setInterval(() => {
      if (Date.now() - heardAt > SILENT_AFTER_MS) {
        socket.close();
        finish(1006);
      } else if (socket.readyState === WebSocket.OPEN) {
        socket.send(JSON.stringify({ type: 'ping' }));
      }
    }, PING_EVERY_MS);
    const finish = (code: number) => {
      clearInterval(pulse);
      clearTimeout(gathering);
      signal.removeEventListener('abort', close);
      socket.onmessage = null;
      flush();
      resolve({ code, last, resync });
    };
    const close = () => socket.close(1000);
    signal.addEventListener('abort', close);

    socket.onopen = () => tell({ type: 'connection', connection: 'live' });
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      heardAt = Date.now();
      const frame = JSON.parse(data) as Frame;
      if (frame.type === 'resync') {
        resync = true;
        socket.close(1000);
        return;
      }
      if (frame.type === 'event') {
        if (frame.seq > last + 1) {
          // Something was lost on the way: read it from the log.
          socket.close(1000);
          return;
        }
        last = Math.max(last, frame.seq);
      }
      gathered.push(frame);
      gathering ??= setTimeout(flush, GATHER_MS);
    };
    socket.onclose = ({ code }) => finish(code);
  });
}

/** Waits before the next try; being online or in view again ends the wait. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, most * (0.5 + Math.random() / 2));
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
