import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], pool: 'forks', ...timeouts } },
      {
        test: {
          name: 'panel',
          include: ['test/e2e/panel/**/*.test.ts'],
          fileParallelism: false,
          ...timeouts,
        },
      },
      { test: { name: 'chaos', include: ['test/chaos/**/*.test.ts'], pool: 'forks', ...timeouts } },
    ],
  },
});
