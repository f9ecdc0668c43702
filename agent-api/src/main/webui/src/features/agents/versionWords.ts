/** A value of an agent's definition, for people; `nameOf` knows the names of ids. */
export function valueInWords(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === undefined || value === null) {
    return 'not set';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (typeof value === 'string') {
    return value === '' ? 'empty' : (nameOf(value) ?? value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((each) => valueInWords(each, nameOf)).join(', ');
  }
  if (typeof value === 'object') {
    return objectInWords(value, nameOf);
  }
  return String(value);
}

function objectInWords(value: object, nameOf: (id: string) => string | undefined): string {
  if ('name' in value && typeof value.name === 'string') {
    return value.name;
  }
  return Object.entries(value)
    .filter(([, each]) => each !== null)
    .map(([name, each]) => `${name} ${valueInWords(each, nameOf)}`)
    .join(', ');
}
