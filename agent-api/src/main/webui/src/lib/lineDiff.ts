/** A line that stayed, went or came. */
export interface DiffLine {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Lines that stayed and are too far from a change to be shown. */
export interface Gap {
  kind: 'gap';
  lines: number;
}

const MOST_CELLS = 2_000_000;
const CONTEXT = 2;

/**
 * What changed between two texts, line by line, with a little of what stayed around it. Texts that differ in very many
 * lines are shown as gone and new as a whole.
 */
export function lineDiff(before: string, after: string): (DiffLine | Gap)[] {
  return withoutFarLines(allLines(before.split('\n'), after.split('\n')));
}

function allLines(before: string[], after: string[]): DiffLine[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  const middle = changed(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...marked('same', before.slice(0, start)), ...middle, ...marked('same', before.slice(before.length - end))];
}

function changed(before: string[], after: string[]): DiffLine[] {
  if (before.length * after.length > MOST_CELLS) {
    return [...marked('gone', before), ...marked('new', after)];
  }
  const common = commonLengths(before, after);
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const [gone, come] = [before[row], after[column]];
    if (gone !== undefined && gone === come) {
      lines.push({ kind: 'same', text: gone });
      row++;
      column++;
    } else if (gone !== undefined && (come === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ kind: 'gone', text: gone });
      row++;
    } else {
      lines.push({ kind: 'new', text: come ?? '' });
      column++;
    }
  }
  return lines;
}

/** For each pair of positions, how many lines the rests have in common. */
function commonLengths(before: string[], after: string[]): Uint32Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row--) {
    const [here, below] = [table[row] as Uint32Array, table[row + 1] as Uint32Array];
    for (let column = after.length - 1; column >= 0; column--) {
      here[column] =
        before[row] === after[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  return table;
}

function withoutFarLines(lines: DiffLine[]): (DiffLine | Gap)[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    for (let each = index - CONTEXT; kind !== 'same' && each <= index + CONTEXT; each++) {
      near.add(each);
    }
  });
  const shown: (DiffLine | Gap)[] = [];
  lines.forEach((line, index) => {
    const last = shown.at(-1);
    if (near.has(index)) {
      shown.push(line);
    } else if (last?.kind === 'gap') {
      last.lines++;
    } else {
      shown.push({ kind: 'gap', lines: 1 });
    }
  });
  return shown;
}

function marked(kind: DiffLine['kind'], lines: string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }));
}
