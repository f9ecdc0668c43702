import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` forwards what the door answers. */
const door = 'http://127.0.0.1:8080';
const answeredByTheDoor = ['/api', '/auth', '/background-agents', '/background-agent-ws', '/ws'];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: Object.fromEntries(answeredByTheDoor.map((path) => [path, { target: door, ws: true }])),
  },
  build: {
    // Nothing is inlined as a data: address, so that a content security policy of 'self' is enough.
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 30_000,
  },
});
