import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}scripts/empty-module.ts` };
const exclude = ['node_modules/**', '.next*/**', 'e2e/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...exclude, '**/*.int.test.ts', '**/*.sys.test.ts', '**/*.load.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          // Unit tests leave nothing behind, so files share their threads and modules are loaded once: four times as quick.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Every file starts real processes of its own, and mostly waits for them.
          maxWorkers: 5,
        },
      },
      {
        resolve: { alias },
        // The built application as processes that get killed; needs a build in WATCHROOM_DIST_DIR.
        test: {
          name: 'system',
          // Of the load tests those with a small form.
          include: ['**/*.sys.test.ts', 'testing/system/{chaos-reconnect,rooms,slow-reader}.load.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 5,
        },
      },
      {
        resolve: { alias },
        // The same with as many clients and bytes as the machine can bear: one file at a time, nothing beside it.
        test: {
          name: 'load',
          env: { WATCHROOM_LOAD: 'full' },
          include: ['**/*.load.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
