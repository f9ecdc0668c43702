import { describe, expect, test } from 'vitest';
import type { Frame, SessionEvent } from './events';
import { reduce, start, type Happening, type LiveSession } from './liveSession';

const AT = '2026-01-01T09:00:00Z';

function after(...happenings: Happening[]): LiveSession {
  return happenings.reduce(reduce, start([]));
}

function heard(...frames: Frame[]): Happening {
  return { type: 'heard', frames };
}

function posted(seq: number, clientId: string): Frame {
  const event: SessionEvent = {
    id: `e${seq}`,
    type: 'message.posted',
    at: AT,
    author: { memberId: 'm1', name: 'Ada' },
    data: { messageId: 'x', clientId, text: 'hello' },
  };
  return { type: 'event', seq, event };
}

function answered(seq: number): Frame {
  const event: SessionEvent = {
    id: `e${seq}`,
    type: 'model.answered',
    at: AT,
    runId: 'r1',
    data: { stepId: 's1', step: 1, text: 'Hello', model: 'm', durationMs: 1 },
  };
  return { type: 'event', seq, event };
}

function delta(offset: number, text: string, attempt = 1): Frame {
  return { type: 'delta', runId: 'r1', stepId: 's1', attempt, offset, text };
}

const problem = { status: 503, title: 'Away' };

describe('a message on its way', () => {
  const sending: Happening = { type: 'sending', clientId: 'c1', text: 'hello' };

  test('is queued once it is accepted', () => {
    const { outbox } = after(sending, { type: 'accepted', clientId: 'c1' });

    expect(outbox).toEqual([{ clientId: 'c1', text: 'hello', state: 'queued' }]);
  });

  test('leaves when the log has it, whether or not the acceptance was heard', () => {
    const session = after(sending, heard(posted(1, 'c1')));

    expect(session.outbox).toEqual([]);
    expect(session.timeline.entries).toEqual([expect.objectContaining({ kind: 'message', text: 'hello' })]);
  });

  test('does not come back when the acceptance arrives after the log had it', () => {
    const { outbox } = after(sending, heard(posted(1, 'c1')), { type: 'accepted', clientId: 'c1' });

    expect(outbox).toEqual([]);
  });

  test('keeps its text and says why when it is refused, and is sent again under the same id', () => {
    const refused = after(sending, { type: 'refused', clientId: 'c1', problem });
    const again = reduce(refused, sending);

    expect(refused.outbox).toEqual([{ clientId: 'c1', text: 'hello', state: 'refused', problem }]);
    expect(again.outbox).toEqual([{ clientId: 'c1', text: 'hello', state: 'sending' }]);
  });

  test('is refused by a problem frame that names it', () => {
    const { outbox, problem: general } = after(sending, heard({ type: 'problem', clientId: 'c1', problem }));

    expect(outbox).toEqual([expect.objectContaining({ state: 'refused', problem })]);
    expect(general).toBeUndefined();
  });

  test('can be discarded', () => {
    const { outbox } = after(sending, { type: 'discarded', clientId: 'c1' });

    expect(outbox).toEqual([]);
  });
});

describe('a draft', () => {
  test('grows by the fragments that continue it', () => {
    const { drafts } = after(heard(delta(0, 'Hel'), delta(3, 'lo')));

    expect(drafts.get('s1')?.text).toBe('Hello');
  });

  test('drops a fragment that was seen, and one behind a gap', () => {
    const { drafts } = after(heard(delta(0, 'Hel'), delta(0, 'Hel'), delta(9, '!')));

    expect(drafts.get('s1')?.text).toBe('Hel');
  });

  test('starts over with a later attempt and ignores an earlier one', () => {
    const { drafts } = after(heard(delta(0, 'Hel'), delta(0, 'Good', 2), delta(3, 'lo', 1)));

    expect(drafts.get('s1')).toEqual({ runId: 'r1', attempt: 2, text: 'Good' });
  });

  test('goes when the answer is in the log', () => {
    const { drafts } = after(heard(delta(0, 'Hel')), heard(answered(1)));

    expect(drafts.size).toBe(0);
  });
});

test('a restart empties the log and keeps the messages on their way', () => {
  const session = after({ type: 'sending', clientId: 'c2', text: 'later' }, heard(posted(1, 'c1')), {
    type: 'restarted',
  });

  expect(session.timeline.last).toBe(0);
  expect(session.outbox).toHaveLength(1);
});

test('a problem that belongs to no message is shown until it was seen', () => {
  const shown = after(heard({ type: 'problem', problem }));

  expect(shown.problem).toEqual(problem);
  expect(reduce(shown, { type: 'problem seen' }).problem).toBeUndefined();
});
