import { useCallback, useEffect, useReducer, useRef } from 'react';
import { postMessage } from '@/api/calls';
import { ApiError } from '@/api/problem';
import { follow } from './connection';
import { reduce, start, type LiveSession, type Outgoing } from './liveSession';

export interface Speaking {
  say: (text: string) => void;
  sayAgain: (message: Outgoing) => void;
  discard: (clientId: string) => void;
  problemSeen: () => void;
}

/** A session that follows its log, and the ways to speak in it. Messages on their way survive a reload. */
export function useLiveSession(id: string): [LiveSession, Speaking] {
  const [session, tell] = useReducer(reduce, id, (session) => start(storedOutbox(session)));
  const { outbox } = session;

  useEffect(() => {
    const stop = new AbortController();
    void follow(id, tell, stop.signal);
    return () => {
      stop.abort();
      tell({ type: 'restarted' });
    };
  }, [id]);

  useEffect(() => {
    storeOutbox(id, outbox);
  }, [id, outbox]);

  const post = useCallback(
    async (clientId: string, text: string) => {
      tell({ type: 'sending', clientId, text });
      try {
        await postMessage(id, clientId, text);
        tell({ type: 'accepted', clientId });
      } catch (error) {
        const problem = error instanceof ApiError ? error.problem : { status: 0 };
        tell({ type: 'refused', clientId, problem });
      }
    },
    [id],
  );

  // What was on its way when the page was left is sent again: the server knows a message by its client id.
  const resent = useRef(false);
  useEffect(() => {
    if (!resent.current) {
      resent.current = true;
      outbox.filter(({ state }) => state === 'sending').forEach(({ clientId, text }) => void post(clientId, text));
    }
  }, [outbox, post]);

  const say = useCallback((text: string) => void post(crypto.randomUUID(), text), [post]);
  const sayAgain = useCallback(({ clientId, text }: Outgoing) => void post(clientId, text), [post]);
  const discard = useCallback((clientId: string) => tell({ type: 'discarded', clientId }), []);
  const problemSeen = useCallback(() => tell({ type: 'problem seen' }), []);
  return [session, { say, sayAgain, discard, problemSeen }];
}

function storedOutbox(id: string): Outgoing[] {
  try {
    return JSON.parse(sessionStorage.getItem(`outbox:${id}`) ?? '[]') as Outgoing[];
  } catch {
    return [];
  }
}

function storeOutbox(id: string, outbox: readonly Outgoing[]): void {
  try {
    if (outbox.length === 0) {
      sessionStorage.removeItem(`outbox:${id}`);
    } else {
      sessionStorage.setItem(`outbox:${id}`, JSON.stringify(outbox));
    }
  } catch {
    // Storage is full or switched off: the messages are still on the page.
  }
}
