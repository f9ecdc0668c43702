import { describe, expect, test } from 'vitest';
import type { Numbered, SessionEvent } from './events';
import { append, EMPTY } from './timeline';

const AT = '2026-01-01T09:00:00Z';
const step = { stepId: 's1', step: 1 };

function numbered(...events: Omit<SessionEvent, 'id' | 'at'>[]): Numbered[] {
  return events.map((event, at) => ({
    seq: at + 1,
    event: { id: `e${at + 1}`, at: AT, runId: 'r1', ...event } as SessionEvent,
  }));
}

const queued = { type: 'run.queued', data: { agentName: 'A', trigger: 'manual', task: 'look' } } as const;
const started = { type: 'run.started', data: { attempt: 1, startedAt: AT } } as const;
const toolStarted = { type: 'tool.started', data: { ...step, tool: 'run_bash', arguments: { script: 'ls' } } } as const;
const toolCompleted = {
  type: 'tool.completed',
  data: {
    ...step,
    tool: 'run_bash',
    arguments: { script: 'ls' },
    status: 'completed',
    result: 'a.txt',
    startedAt: AT,
    durationMs: 12,
    counted: true,
  },
} as const;

describe('append', () => {
  test('drops what it knows already', () => {
    const events = numbered(queued, started);
    const once = append(EMPTY, events);

    expect(append(once, events)).toBe(once);
  });

  test('stops at a gap and goes on when the missing event is there', () => {
    const [first, second, third] = numbered(queued, started, toolStarted) as [Numbered, Numbered, Numbered];

    const withGap = append(EMPTY, [first, third]);
    const whole = append(withGap, [second, third]);

    expect(withGap.last).toBe(1);
    expect(whole).toEqual(append(EMPTY, [first, second, third]));
  });

  test('leaves the timeline before it as it was', () => {
    const [first, second] = numbered(toolStarted, toolCompleted) as [Numbered, Numbered];
    const before = append(EMPTY, [first]);

    append(before, [second]);

    expect(before.entries).toEqual([expect.objectContaining({ kind: 'tool', status: 'running' })]);
  });

  test('makes one entry of a tool call that starts and completes', () => {
    const { entries, runs } = append(EMPTY, numbered(queued, started, toolStarted, toolCompleted));

    expect(entries).toEqual([
      {
        kind: 'tool',
        seq: 3,
        runId: 'r1',
        stepId: 's1',
        tool: 'run_bash',
        args: { script: 'ls' },
        status: 'completed',
        result: 'a.txt',
        startedAt: AT,
        durationMs: 12,
      },
    ]);
    expect(runs.get('r1')).toMatchObject({ status: 'running', task: 'look', startedAt: AT, toolCalls: 1 });
  });

  test('shows a tool call that was never announced', () => {
    const { entries } = append(EMPTY, numbered(toolCompleted));

    expect(entries).toEqual([expect.objectContaining({ kind: 'tool', status: 'completed', result: 'a.txt' })]);
  });

  test('does not count a refused call', () => {
    const refused = { ...toolCompleted, data: { ...toolCompleted.data, status: 'refused', counted: false } } as const;

    const { runs } = append(EMPTY, numbered(queued, refused));

    expect(runs.get('r1')?.toolCalls).toBe(0);
  });

  test('a failed run says why, and what was under way when it ended is interrupted', () => {
    const failed = {
      type: 'run.failed',
      data: { endReason: 'tool_error', error: 'exit code 2', toolCalls: 1, durationMs: 900 },
    } as const;

    const { entries, runs, currentRun } = append(EMPTY, numbered(queued, started, toolStarted, failed));

    expect(entries).toEqual([
      expect.objectContaining({ kind: 'tool', status: 'interrupted' }),
      expect.objectContaining({ kind: 'end', status: 'failed', endReason: 'tool_error', error: 'exit code 2' }),
    ]);
    expect(runs.get('r1')).toMatchObject({ status: 'failed', durationMs: 900, toolCalls: 1 });
    expect(currentRun).toBe('r1');
  });

  test('shows an output once: as the answer, or at the end where no answer had it', () => {
    const answered = { type: 'model.answered', data: { ...step, text: 'done', model: 'm', durationMs: 1 } } as const;
    const completed = { type: 'run.completed', data: { endReason: 'finished', output: 'done' } } as const;

    const said = append(EMPTY, numbered(answered, completed)).entries.at(-1);
    const unsaid = append(EMPTY, numbered(completed)).entries.at(-1);

    expect(said).toMatchObject({ kind: 'end', output: undefined });
    expect(unsaid).toMatchObject({ kind: 'end', output: 'done' });
  });

  test('passes over an event of a type that it does not know', () => {
    const unknown = { type: 'keyboard.changed', data: {} } as unknown as Omit<SessionEvent, 'id' | 'at'>;

    const { last, entries } = append(EMPTY, numbered(unknown, toolStarted));

    expect(last).toBe(2);
    expect(entries).toHaveLength(1);
  });
});
