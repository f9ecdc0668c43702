import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./**/*.test.*'], { query: '?raw', import: 'default', eager: true });

/** What each folder may import; a feature may import itself, and nobody a feature but the app. */
const MAY_IMPORT: Record<string, string[]> = {
  lib: ['lib'],
  api: ['api', 'lib'],
  ui: ['ui', 'api', 'lib'],
  app: ['app', 'features', 'ui', 'api', 'lib'],
};

function folderOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  return first === 'features' ? `features/${second}` : first;
}

function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*'@\/([^']+)'/g)].map(([, target = '']) => folderOf(`./${target}`));
}

test.each(Object.entries(sources).filter(([path]) => path.split('/').length > 2))('%s keeps to its layer', (path, text) => {
  const folder = folderOf(path);
  const allowed = MAY_IMPORT[folder] ?? [folder, 'ui', 'api', 'lib'];

  const strangers = imports(text).filter((target) => !allowed.some((each) => target === each || target.startsWith(`${each}/`)));

  expect(strangers).toEqual([]);
});
