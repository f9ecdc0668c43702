import type { StepStatus, Trigger } from '@/api/types';
import type { Author, Numbered, SessionEvent } from './events';

/** One run of the session, as far as the log has told. */
export interface RunView {
  runId: string;
  status: 'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'cancelled';
  trigger?: Trigger;
  task?: string;
  startedAt?: string;
  durationMs?: number;
  toolCalls: number;
  endReason?: string;
}

export interface MessageEntry {
  kind: 'message';
  seq: number;
  author?: Author;
  text: string;
  at: string;
}

export interface AnswerEntry {
  kind: 'answer';
  seq: number;
  runId?: string;
  text: string;
  model: string;
}

export interface ToolEntry {
  kind: 'tool';
  seq: number;
  runId?: string;
  stepId: string;
  tool: string;
  args: unknown;
  status: StepStatus;
  result?: string;
  startedAt?: string;
  durationMs?: number;
}

export interface EndEntry {
  kind: 'end';
  seq: number;
  runId: string;
  status: 'completed' | 'failed' | 'cancelled';
  endReason: string;
  error?: string;
  /** Only where no answer has said it already. */
  output?: string;
}

export type Entry = MessageEntry | AnswerEntry | ToolEntry | EndEntry;

/** What the log amounts to, up to and including event `last`. */
export interface Timeline {
  last: number;
  entries: readonly Entry[];
  runs: ReadonlyMap<string, RunView>;
  /** The run that was last heard of. */
  currentRun?: string;
}

export const EMPTY: Timeline = { last: 0, entries: [], runs: new Map() };

/** Appends events in order. What is known already is dropped; at a gap it stops, for the rest is not true yet. */
export function append(before: Timeline, events: readonly Numbered[]): Timeline {
  const entries = [...before.entries];
  const runs = new Map(before.runs);
  let { last, currentRun } = before;
  for (const { seq, event } of events) {
    if (seq <= last) {
      continue;
    }
    if (seq !== last + 1) {
      break;
    }
    last = seq;
    apply(seq, event, entries, runs);
    if (event.runId !== undefined && event.type.startsWith('run.')) {
      currentRun = event.runId;
    }
  }
  return last === before.last ? before : { last, entries, runs, currentRun };
}

function apply(seq: number, event: SessionEvent, entries: Entry[], runs: Map<string, RunView>): void {
  const { runId, at } = event;
  const change = (to: Partial<RunView>) => {
    if (runId !== undefined) {
      const known = runs.get(runId) ?? { runId, status: 'pending', toolCalls: 0 };
      runs.set(runId, { ...known, ...to });
    }
  };
  switch (event.type) {
    case 'message.posted':
      entries.push({ kind: 'message', seq, author: event.author, text: event.data.text, at });
      return;
    case 'run.queued':
      change({ status: 'pending', trigger: event.data.trigger, task: event.data.task });
      return;
    case 'run.started':
      change({ status: 'running', startedAt: event.data.startedAt ?? at });
      return;
    case 'run.waiting':
      change({ status: 'waiting' });
      return;
    case 'model.answered':
      if (event.data.text.trim() !== '') {
        entries.push({ kind: 'answer', seq, runId, text: event.data.text, model: event.data.model });
      }
      return;
    case 'tool.started':
      entries.push({
        kind: 'tool',
        seq,
        runId,
        stepId: event.data.stepId,
        tool: event.data.tool,
        args: event.data.arguments,
        status: 'running',
        startedAt: at,
      });
      return;
    case 'tool.completed':
      finishTool(seq, event, entries);
      if (event.data.counted !== false) {
        change({ toolCalls: ((runId && runs.get(runId)?.toolCalls) || 0) + 1 });
      }
      return;
    case 'run.completed':
    case 'run.failed':
    case 'run.cancelled':
      end(seq, event, entries, change);
      return;
  }
}

type ToolCompleted = Extract<SessionEvent, { type: 'tool.completed' }>;
type RunEnded = Extract<SessionEvent, { type: 'run.completed' | 'run.failed' | 'run.cancelled' }>;

/** A call that was announced keeps its place; one whose effect needs no announcement appears now. */
function finishTool(seq: number, { runId, data }: ToolCompleted, entries: Entry[]): void {
  const at = entries.findLastIndex((entry) => entry.kind === 'tool' && entry.stepId === data.stepId);
  const finished: ToolEntry = {
    kind: 'tool',
    seq: entries[at]?.seq ?? seq,
    runId,
    stepId: data.stepId,
    tool: data.tool,
    args: data.arguments,
    status: data.status,
    result: data.result,
    startedAt: data.startedAt,
    durationMs: data.durationMs,
  };
  if (at === -1) {
    entries.push(finished);
  } else {
    entries[at] = finished;
  }
}

function end(seq: number, event: RunEnded, entries: Entry[], change: (to: Partial<RunView>) => void): void {
  const { runId = '', data } = event;
  const status = event.type === 'run.completed' ? 'completed' : event.type === 'run.failed' ? 'failed' : 'cancelled';
  const said = entries.some((entry) => entry.kind === 'answer' && entry.runId === runId && entry.text === data.output);
  closeTools(runId, entries);
  entries.push({
    kind: 'end',
    seq,
    runId,
    status,
    endReason: data.endReason,
    error: data.error,
    output: said ? undefined : data.output,
  });
  change({
    status,
    endReason: data.endReason,
    durationMs: data.durationMs,
    ...(data.startedAt && { startedAt: data.startedAt }),
    ...(data.toolCalls !== undefined && { toolCalls: data.toolCalls }),
  });
}

/** A call that was under way when its run ended will never report back. */
function closeTools(runId: string, entries: Entry[]): void {
  entries.forEach((entry, at) => {
    if (entry.kind === 'tool' && entry.runId === runId && entry.status === 'running') {
      entries[at] = { ...entry, status: 'interrupted' };
    }
  });
}
