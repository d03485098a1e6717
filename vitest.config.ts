import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/{kernel,ui}/**/*.test.{ts,tsx}',
            'src/modules/*/rules/**/*.test.ts',
            'src/modules/*/rules.test.ts',
          ],
          testTimeout: 30_000, // a slow machine is not a wrong answer
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['src/{kernel,ui}/**', 'src/modules/*/rules/**', 'src/modules/*/rules.test.ts'],
          globalSetup: ['src/platform/db/testing-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
    pool: 'forks',
    maxWorkers: 2,
  },
});
