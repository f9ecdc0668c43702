import type { Problem } from '@/api/problem';
import type { StepStatus, Trigger } from '@/api/types';

export interface Author {
  memberId: string;
  name: string;
}

interface Of<Type extends string, Data> {
  id: string;
  type: Type;
  at: string;
  runId?: string;
  author?: Author;
  data: Data;
}

interface Ended {
  endReason: string;
  error?: string;
  summary?: string;
  output?: string;
  toolCalls?: number;
  modelCalls?: number;
  startedAt?: string;
  durationMs?: number;
}

interface StepData {
  stepId: string;
  step: number;
}

/** What happens in a session, as its log tells it. */
export type SessionEvent =
  | Of<'message.posted', { messageId: string; clientId: string; text: string }>
  | Of<'run.queued', { agentName: string; trigger: Trigger; scheduledFor?: string; task?: string }>
  | Of<'run.started', { attempt: number; startedAt: string }>
  | Of<'run.waiting', { waitingFor?: string }>
  | Of<'run.completed' | 'run.failed' | 'run.cancelled', Ended>
  | Of<'model.answered', StepData & { text: string; model: string; durationMs: number }>
  | Of<'tool.started', StepData & { tool: string; arguments: unknown }>
  | Of<
      'tool.completed',
      StepData & {
        tool: string;
        arguments: unknown;
        status: StepStatus;
        result: string;
        startedAt: string;
        durationMs: number;
        counted: boolean;
      }
    >;

/** An event with its place in the log: 1, 2, 3, … */
export type Numbered<E = SessionEvent> = { seq: number; event: E };

export interface EventPage {
  items: (SessionEvent & { seq: number })[];
  head: number;
}

/** What the server says over the socket. */
export type Frame =
  | { type: 'hello'; head: number; role: string }
  | ({ type: 'event' } & Numbered)
  | { type: 'delta'; runId: string; stepId: string; attempt: number; offset: number; text: string }
  | { type: 'presence' }
  | { type: 'ack'; clientId: string; messageId: string }
  | { type: 'problem'; clientId?: string; problem: Problem }
  | { type: 'resync'; reason: string; head: number }
  | { type: 'pong' };

/** Close codes of the socket that reconnecting does not mend. */
export const SIGNED_OUT = 4401;
export const ROLE_LOST = 4403;
export const NOT_VISIBLE = 4404;
