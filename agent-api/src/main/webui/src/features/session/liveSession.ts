import type { Problem } from '@/api/problem';
import type { Frame, Numbered } from './events';
import { append, EMPTY, type Timeline } from './timeline';

/** A message on its way: being sent, waiting in the server's queue, or refused. It leaves when the log has it. */
export interface Outgoing {
  clientId: string;
  text: string;
  state: 'sending' | 'queued' | 'refused';
  problem?: Problem;
}

/** A model's answer while it is still being written. */
export interface Draft {
  runId: string;
  attempt: number;
  text: string;
}

export type Connection = 'loading' | 'live' | 'reconnecting' | 'gone';

export interface LiveSession {
  timeline: Timeline;
  drafts: ReadonlyMap<string, Draft>;
  outbox: readonly Outgoing[];
  connection: Connection;
  /** What the server last complained about, where it belongs to no message. */
  problem?: Problem;
}

export type Happening =
  | { type: 'heard'; frames: readonly Frame[] }
  | { type: 'read'; events: readonly Numbered[] }
  | { type: 'restarted' }
  | { type: 'connection'; connection: Connection }
  | { type: 'sending'; clientId: string; text: string }
  | { type: 'accepted'; clientId: string }
  | { type: 'refused'; clientId: string; problem: Problem }
  | { type: 'discarded'; clientId: string }
  | { type: 'problem seen' };

export function start(outbox: readonly Outgoing[]): LiveSession {
  return { timeline: EMPTY, drafts: new Map(), outbox, connection: 'loading' };
}

/** The whole live session is this function over what happened. It changes nothing and asks nobody. */
export function reduce(session: LiveSession, happening: Happening): LiveSession {
  switch (happening.type) {
    case 'heard':
      return happening.frames.reduce(hear, withEvents(session, eventsOf(happening.frames)));
    case 'read':
      return withEvents(session, happening.events);
    case 'restarted':
      return { ...session, timeline: EMPTY, drafts: new Map() };
    case 'connection':
      return { ...session, connection: happening.connection };
    case 'sending':
      return { ...session, outbox: sending(session.outbox, happening) };
    case 'accepted':
      return { ...session, outbox: mark(session.outbox, happening.clientId, { state: 'queued' }) };
    case 'refused':
      return {
        ...session,
        outbox: mark(session.outbox, happening.clientId, { state: 'refused', problem: happening.problem }),
      };
    case 'discarded':
      return { ...session, outbox: session.outbox.filter(({ clientId }) => clientId !== happening.clientId) };
    case 'problem seen':
      return { ...session, problem: undefined };
  }
}

function eventsOf(frames: readonly Frame[]): Numbered[] {
  return frames.filter((frame) => frame.type === 'event');
}

function withEvents(session: LiveSession, events: readonly Numbered[]): LiveSession {
  const timeline = append(session.timeline, events);
  if (timeline === session.timeline) {
    return session;
  }
  const posted = new Set<string>();
  const drafts = new Map(session.drafts);
  for (const { event } of events) {
    if (event.type === 'message.posted') {
      posted.add(event.data.clientId);
    } else if (event.type === 'model.answered') {
      drafts.delete(event.data.stepId);
    } else if (event.type === 'run.completed' || event.type === 'run.failed' || event.type === 'run.cancelled') {
      drafts.forEach((draft, stepId) => draft.runId === event.runId && drafts.delete(stepId));
    }
  }
  return { ...session, timeline, drafts, outbox: session.outbox.filter(({ clientId }) => !posted.has(clientId)) };
}

function hear(session: LiveSession, frame: Frame): LiveSession {
  switch (frame.type) {
    case 'delta':
      return write(session, frame);
    case 'ack':
      return { ...session, outbox: mark(session.outbox, frame.clientId, { state: 'queued' }) };
    case 'problem':
      return frame.clientId === undefined
        ? { ...session, problem: frame.problem }
        : { ...session, outbox: mark(session.outbox, frame.clientId, { state: 'refused', problem: frame.problem }) };
    default:
      return session;
  }
}

/** Fragments are unnumbered: one that does not continue what is there is dropped, a later attempt starts over. */
function write(session: LiveSession, delta: Extract<Frame, { type: 'delta' }>): LiveSession {
  const known = session.drafts.get(delta.stepId);
  const sameAttempt = known !== undefined && known.attempt === delta.attempt;
  const soFar = sameAttempt ? known.text : '';
  if ((known !== undefined && delta.attempt < known.attempt) || delta.offset !== soFar.length) {
    return session;
  }
  const drafts = new Map(session.drafts);
  drafts.set(delta.stepId, { runId: delta.runId, attempt: delta.attempt, text: soFar + delta.text });
  return { ...session, drafts };
}

function sending(outbox: readonly Outgoing[], { clientId, text }: { clientId: string; text: string }): Outgoing[] {
  const message: Outgoing = { clientId, text, state: 'sending' };
  const known = outbox.some((each) => each.clientId === clientId);
  return known ? outbox.map((each) => (each.clientId === clientId ? message : each)) : [...outbox, message];
}

function mark(outbox: readonly Outgoing[], clientId: string, to: Partial<Outgoing>): Outgoing[] {
  return outbox.map((each) => (each.clientId === clientId ? { ...each, ...to } : each));
}
