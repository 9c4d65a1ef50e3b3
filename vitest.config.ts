/** In charge of which tests run on which PostgreSQL. */
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** Packages find each other's sources, so that no build stands between a change and its test. */
const conditions = ['catb-source', 'node', 'development|production'];

/** Files that need no database of a certain major run on the newest only. */
const once = '**/*.once.test.ts';

const everything = [
  'packages/*/src/**/*.test.{ts,tsx}',
  'packages/web/tests/**/*.test.ts',
  'scripts/**/*.test.ts',
  'examples/**/*.test.ts',
  'supabase/tests/**/*.test.ts',
];

const onTheDatabase = [
  'packages/database/src/**/*.test.ts',
  'packages/engineer/src/**/*.test.ts',
  'packages/operations/src/**/*.test.ts',
  'packages/server/src/**/*.test.ts',
  'supabase/tests/**/*.test.ts',
];

function project(major: number, include: string[], exclude: string[]): TestProjectConfiguration {
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name: `postgres-${major}`,
      include,
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
      globalSetup: ['packages/database/src/testing/boot-postgres.ts'],
      pool: 'forks',
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: [process.env['CI'] ? 'dot' : 'default', './scripts/vitest-closing-line.ts'],
    projects: [
      project(18, everything, []),
      project(17, onTheDatabase, [once]),
      project(15, onTheDatabase, [once]),
    ],
  },
});
