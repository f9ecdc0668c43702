import { expect, test } from 'vitest';
import { lineDiff } from './lineDiff';

/** As a patch shows it; a gap as the count of its lines. */
function shown(before: string, after: string): string[] {
  const marks = { same: ' ', gone: '-', new: '+' };
  return lineDiff(before, after).map((line) => (line.kind === 'gap' ? `@${line.lines}` : marks[line.kind] + line.text));
}

test('a changed line stands between what stayed around it', () => {
  expect(shown('a\nb\nc\nd\ne\nf\ng\nh', 'a\nb\nc\nd\nE\nf\ng\nh')).toEqual(['@2', ' c', ' d', '-e', '+E', ' f', ' g', '@1']);
});

test('lines that came or went at either end', () => {
  expect(shown('b\nc', 'a\nb')).toEqual(['+a', ' b', '-c']);
});

test('a line that moved goes and comes', () => {
  expect(shown('a\nb\nc', 'b\nc\na')).toEqual(['-a', ' b', ' c', '+a']);
});

test('equal texts differ in nothing', () => {
  expect(shown('a\nb', 'a\nb')).toEqual(['@2']);
});

test('texts that differ everywhere and are long are shown as a whole, at once', () => {
  const lines = (prefix: string) => Array.from({ length: 5000 }, (_, n) => `${prefix}${n}`).join('\n');

  const diff = lineDiff(lines('a'), lines('b'));

  expect(diff.filter(({ kind }) => kind === 'gone')).toHaveLength(5000);
  expect(diff.filter(({ kind }) => kind === 'new')).toHaveLength(5000);
});
