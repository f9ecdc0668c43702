import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { installationKeys } from './installation';
import { keys } from './queries';

const EVENT_TYPES = [
  'background_task_started',
  'background_task_completed',
  'background_task_error',
  'background_agent_status',
  'resync',
];
const TELL_AT_MOST_EVERY_MS = 500;
const TRY_AGAIN_AFTER_MS = 5000;

const Live = createContext(false);
export const LiveProvider = Live.Provider;

/** How often to ask without being told: seldom while events arrive, often while they do not. */
export function useRefreshEveryMs(): number {
  return useContext(Live) ? 30_000 : 4000;
}

/** Follows `GET /api/events` and marks what it tells about as stale. Returns whether the stream stands. */
export function usePublicEvents(): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => follow(client, setOpen), [client]);
  return open;
}

function follow(client: QueryClient, setOpen: (open: boolean) => void): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const refresh = throttle(() => {
    void client.invalidateQueries({ queryKey: keys.background });
    void client.invalidateQueries({ queryKey: keys.agents });
    void client.invalidateQueries({ queryKey: installationKeys.emergencyStop });
  }, TELL_AT_MOST_EVERY_MS);

  const connect = () => {
    source = new EventSource('/api/events');
    source.onopen = () => {
      setOpen(true);
      refresh.call();
    };
    source.onerror = () => {
      setOpen(false);
      // The browser reconnects by itself unless the server refused: then the state is closed for good.
      if (source?.readyState === EventSource.CLOSED) {
        again = setTimeout(connect, TRY_AGAIN_AFTER_MS);
      }
    };
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, refresh.call);
    }
  };
  connect();
  return () => {
    clearTimeout(again);
    refresh.cancel();
    source?.close();
  };
}

/** The first call acts at once; those that follow within `ms` become one at its end. */
function throttle(act: () => void, ms: number): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  const call = () => {
    if (timer !== undefined) {
      waiting = true;
      return;
    }
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) {
        waiting = false;
        call();
      }
    }, ms);
  };
  return { call, cancel: () => clearTimeout(timer) };
}
