import { describe, expect, test } from 'vitest';
import { safeReturnPath } from './paths';
import { duration, elapsed, relative } from './time';
import { counted, endReasonInWords } from './words';

test.each([
  ['/sessions/1?x=2', '/sessions/1?x=2'],
  [null, '/agents'],
  ['https://elsewhere.example', '/agents'],
  ['//elsewhere.example', '/agents'],
  ['/\\elsewhere.example', '/agents'],
  ['/sign-in?next=/agents', '/agents'],
])('after signing in from %s one comes to %s', (next, path) => {
  expect(safeReturnPath(next)).toBe(path);
});

describe('time in words', () => {
  test.each([
    [0, '0 ms'],
    [850, '850 ms'],
    [4210, '4.2 s'],
    [59_700, '1 min 0 s'],
    [185_000, '3 min 5 s'],
    [7_260_000, '2 h 1 min'],
  ])('%i ms took %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  test('a running clock shows whole seconds', () => {
    expect([0, 999, 1000, 9999, 61_000].map(elapsed)).toEqual(['0 s', '0 s', '1 s', '9 s', '1 min 1 s']);
  });

  test('what is near is named in small units', () => {
    const now = Date.parse('2026-01-01T09:00:00Z');

    expect(relative('2026-01-01T09:00:42Z', now)).toMatch(/42/);
    expect(relative('2026-01-01T09:00:00.400Z', now)).toBe('now');
    expect(relative('2026-01-01T12:00:00Z', now)).toMatch(/3/);
  });
});

test('an end reason of a later version is still readable', () => {
  expect(endReasonInWords('overlap')).toBe('The previous run was still working');
  expect(endReasonInWords('solar_flare')).toBe('Solar flare');
});

test('counts agree with their noun', () => {
  expect([counted(1, 'tool call'), counted(0, 'tool call')]).toEqual(['1 tool call', '0 tool calls']);
});
