import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // By default a core stays idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      // Pure functions keep nothing between files, so that what one file has loaded serves the next.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false, ...timeouts } },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          pool: 'forks',
          // What one file has loaded serves the next: dictionaries and models take longer to load than most of them to run.
          isolate: false,
          // Some of these files wait for pauses and time-outs, and leave the core to another.
          maxWorkers: '150%',
          // They wait by the clock for other processes, on a machine that does other work too. What passes the second
          // time is named in the output.
          retry: 1,
          globalSetup: 'test/contract/server/double/build.ts',
          ...timeouts,
        },
      },
      {
        test: {
          name: 'panel',
          include: ['test/e2e/panel/**/*.test.ts'],
          globalSetup: 'test/e2e/panel/build-panel.ts',
          ...timeouts,
        },
      },
      { test: { name: 'real-model', include: ['test/real-model/**/*.test.ts'], pool: 'forks' } },
      { test: { name: 'chaos', include: ['test/chaos/**/*.test.ts'], pool: 'forks', ...timeouts } },
    ],
  },
});
