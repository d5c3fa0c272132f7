import { defineConfig } from 'vitest/config';

// Ordered by what they need: unit and contract tests only the sources, the others the built programs as well.
export default defineConfig({
  test: {
    environment: 'node',
    // A forgotten await must not pass as a success.
    dangerouslyIgnoreUnhandledErrors: false,
    expect: { requireAssertions: true, poll: { timeout: 30_000 } },
    // Bounds for what hangs, not measures: a disk that is slow or shared must fail no test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/architecture.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/scripts/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // These start processes of their own, which mostly wait for each other: two files at a time fill two cores.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'electron',
          include: ['tests/electron/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each has a browser and an application: one at a time leaves them the machine.
          fileParallelism: false,
        },
      },
    ],
  },
});
