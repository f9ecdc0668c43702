import { describe, expect, test } from 'vitest';
import { atControls, emptyValues, toChange, toCreate, valuesOf } from './fields';

const filled = { ...emptyValues('UTC'), name: 'News', instructions: 'Read.', schedule: 'daily at 9am' };

describe('a new agent', () => {
  test('sends nothing for what was left empty', () => {
    expect(toCreate(filled)).toEqual({
      name: 'News',
      instructions: 'Read.',
      type: 'user',
      schedule: 'daily at 9am',
      timezone: 'UTC',
      overlapPolicy: 'skip',
      visibility: 'everyone',
    });
  });

  test('sends an empty list of actions as such: nothing is not everything', () => {
    expect(toCreate({ ...filled, everyAction: false }).allowedActions).toEqual([]);
    expect(toCreate({ ...filled, type: 'org' }).allowedActions).toEqual([]);
  });

  test('never sends sources of an org agent', () => {
    expect(toCreate({ ...filled, type: 'org', allowedSources: ['s1'] })).not.toHaveProperty('allowedSources');
  });
});

describe('a change', () => {
  test('sends only what differs', () => {
    expect(toChange(filled, { ...filled, name: 'Olds' })).toEqual({ name: 'Olds' });
    expect(toChange(filled, { ...filled })).toEqual({});
  });

  test('takes back to the default with null', () => {
    const before = { ...filled, description: 'x', model: 'm', maxToolCalls: 3, everyAction: false };

    expect(toChange(before, filled)).toEqual({ description: null, model: null, limits: null, allowedActions: null });
  });
});

test('an agent with absent actions has every action, one with none has none', () => {
  const owner = { id: 'm', name: 'Ada' };
  const agent = { id: 'a', name: 'A', type: 'user', origin: 'local', state: 'active', visibility: 'everyone', owner } as const;

  expect(valuesOf(agent, 'UTC').everyAction).toBe(true);
  expect(valuesOf({ ...agent, allowedActions: [] }, 'UTC')).toMatchObject({ everyAction: false, allowedActions: [] });
});

test('errors of parts of a field appear at its control', () => {
  expect(atControls({ 'limits.maxToolCalls': 'a', 'allowedActions[2]': 'b', name: 'c' })).toEqual({
    maxToolCalls: 'a',
    allowedActions: 'b',
    name: 'c',
  });
});
