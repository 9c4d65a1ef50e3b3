/** In charge of holding a rule to its fixtures: what is marked is found, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintMigrations, type LintOptions } from '../lint-migrations.ts';
import type { LintFinding } from '../rule.ts';
import { readMarks } from '../reference/read-marks.ts';

/** The folder of a rule's fixtures, or of all without a name. */
export function fixtureFolder(rule = ''): string {
  return fileURLToPath(new URL(`../../../fixtures/lint/${rule}`, import.meta.url));
}

/** What a run finds, the files' findings one behind the other. squawk is left out unless asked for. */
export async function findingsOf(
  paths: string[],
  options: Omit<LintOptions, 'paths'> = {},
): Promise<LintFinding[]> {
  const run = await lintMigrations({ paths, withoutSquawk: true, ...options });
  return run.files.flatMap(({ open }) => open);
}

/** The findings of one rule in its fixtures, as `file:line object`, and those that are marked. */
export async function compareWithMarks(
  rule: string,
): Promise<{ found: string[]; marked: string[] }> {
  const folder = fixtureFolder(rule);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const findings = await findingsOf(files.map((file) => join(folder, file)));
  const found = findings
    .filter((finding) => finding.rule === rule)
    .map(({ location, level, object }) => {
      const file = files.find((each) => location?.file === join(folder, each)) ?? '';
      return `${file}:${location?.line} ${level} ${object ?? '-'}`;
    });
  const marked = files.flatMap((file) =>
    readMarks(readFileSync(join(folder, file), 'utf8')).map(
      ({ line, verdict }) => `${file}:${line} ${verdict}`,
    ),
  );
  return { found: found.sort(), marked: marked.sort() };
}
