/** Arguments that are a program or a text of their own: shown as they are, not as JSON. */
const WHOLE = ['script', 'code', 'content', 'query'];

export interface ShownArgument {
  name: string;
  text: string;
}

/** Short values as `name: value`, programs and texts in full. */
export function shownArguments(value: unknown): ShownArgument[] {
  if (value === null || value === undefined) {
    return [];
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [{ name: 'arguments', text: asText(value) }];
  }
  return Object.entries(value).map(([name, each]) => ({ name, text: asText(each) }));
}

/** One line that tells calls of the same tool apart. */
export function gist(value: unknown): string {
  const shown = shownArguments(value);
  const main = shown.find(({ name }) => name === 'path') ?? shown.find(({ name }) => WHOLE.includes(name)) ?? shown[0];
  return main?.text.split('\n').find((line) => line.trim() !== '')?.trim() ?? '';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
