/** In charge of linting SQL that a test writes itself. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintMigrations, type LintOptions, type LintRun } from '../lint-migrations.ts';

/** A folder that is gone when `use` is done; `files` by their path in it. */
export async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'catb-lint-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The run over one file with that text. squawk is left out unless asked for. */
export async function lintText(
  text: string,
  options: Omit<LintOptions, 'paths'> = {},
): Promise<LintRun> {
  return await withFiles({ 'change.sql': text }, (folder) =>
    lintMigrations({ paths: [join(folder, 'change.sql')], withoutSquawk: true, ...options }),
  );
}

/** Each finding as `<level> <rule> <object>`. */
export async function verdictsOf(
  text: string,
  options: Omit<LintOptions, 'paths'> = {},
): Promise<string[]> {
  const run = await lintText(text, options);
  return run.files.flatMap(({ open }) =>
    open.map(({ level, rule, object }) => `${level} ${rule} ${object ?? '-'}`),
  );
}
