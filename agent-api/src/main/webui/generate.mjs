// Writes src/api/generated from the committed API documents; `--check` fails where they differ instead.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../../../../docs/openapi/', import.meta.url);
const generated = new URL('src/api/generated/', import.meta.url);
const services = ['agent-api', 'collab-service', 'search-service'];
const check = process.argv.includes('--check');

await mkdir(generated, { recursive: true });
for (const service of services) {
  const source = JSON.parse(await readFile(new URL(`${service}.json`, documents), 'utf8'));
  const text = `// Generated from docs/openapi/${service}.json by \`npm run generate\`.\n\n${astToString(await openapiTS(source, { defaultNonNullable: false }))}`;
  const file = new URL(`${service}.ts`, generated);
  if (!check) {
    await writeFile(file, text);
  } else if (text !== (await readFile(file, 'utf8').catch(() => ''))) {
    console.error(`src/api/generated/${service}.ts is not what docs/openapi/${service}.json says: run npm run generate`);
    process.exitCode = 1;
  }
}
