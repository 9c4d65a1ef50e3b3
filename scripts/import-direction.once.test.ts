/** Proves that the linter reports an import against the direction, and only that. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { mayImport } from '../eslint.config.js';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({
  cwd: root,
  // The snippets are not on the disk, so there are no types to ask for.
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false, project: null } },
  },
  ruleFilter: ({ ruleId }) => ruleId === 'catb/import-direction',
});

/** What the linter says of the code, as if it stood in the file. */
const lint = async (filePath: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
  if (!result || result.fatalErrorCount > 0) throw new Error(`${filePath} was not linted`);
  return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
};

const imports = (source: string) => `import { thing } from '${source}';\nthing();\n`;

const refused: [file: string, source: string, reason: string][] = [
  ['packages/database/src/a.ts', '@catb/server', 'database may import supabase, not server'],
  ['packages/server/src/a.ts', 'catb', 'not cli'],
  ['packages/server/src/chat/a.ts', '@catb/web', 'not web'],
  ['packages/web/src/a.tsx', '@catb/database', 'web may import no other folder, not database'],
  ['packages/web/src/a.test.ts', '@catb/server', 'web may import no other folder, not server'],
  ['packages/engineer/src/a.ts', '@catb/operations', 'not operations'],
  ['packages/database/src/a.ts', '../../server/src/index.ts', 'not server'],
  ['packages/server/src/a.ts', '../../database/src/index.ts', 'by its name, @catb/database'],
  ['packages/server/src/a.ts', '../../../benchmarks/turns/run.mjs', 'not benchmarks'],
  ['packages/cli/src/a.ts', '../../../../elsewhere/a.ts', 'leads out of the project'],
  ['packages/server/src/a.ts', '@catb/database/testing', 'imported by tests only'],
  ['packages/database/src/a.ts', './testing/index.ts', 'imported by tests only'],
];

const allowed: [file: string, source: string][] = [
  ['packages/server/src/a.ts', '@catb/database'],
  ['packages/server/src/chat/a.ts', '../sessions/b.ts'],
  ['packages/cli/src/commands/a.ts', '@catb/server'],
  ['packages/server/src/a.ts', 'express'],
  ['packages/server/src/a.test.ts', '@catb/database/testing'],
  ['packages/server/src/testing/a.ts', '@catb/database/testing'],
  ['packages/database/src/a.test.ts', './testing/index.ts'],
  ['supabase/tests/a.test.ts', '@catb/database/testing'],
  ['benchmarks/turns/a.mjs', '../../packages/server/src/index.ts'],
];

describe('the direction of imports', () => {
  test.each(refused)('%s does not import %s', async (file, source, reason) => {
    const messages = await lint(file, imports(source));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(reason);
  });

  test.each(allowed)('%s may import %s', async (file, source) => {
    expect(await lint(file, imports(source))).toEqual([]);
  });

  test.each([
    ["export { thing } from '@catb/server';"],
    ["export * from '@catb/server';"],
    ["export const load = () => import('@catb/server');"],
    ["export type Thing = import('@catb/server').Thing;"],
    ["import type { Thing } from '@catb/server';\nexport type It = Thing;"],
  ])('%s is an import too', async (code) => {
    expect(await lint('packages/database/src/a.ts', code)).toHaveLength(1);
  });

  test('every package has its line in the table', () => {
    expect(Object.keys(mayImport)).toEqual(
      expect.arrayContaining(readdirSync(join(root, 'packages'))),
    );
  });
});
