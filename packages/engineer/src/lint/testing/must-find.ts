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

/** What is found and what is marked, as `file:line level object`, sorted. */
export interface Comparison {
  found: string[];
  marked: string[];
}

/** The findings of one rule in its fixtures beside the marks: in the look-alikes, and elsewhere. */
export async function compareWithMarks(
  rule: string,
): Promise<{ faults: Comparison; lookAlikes: Comparison }> {
  const folder = fixtureFolder(rule);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const findings = await findingsOf(files.map((file) => join(folder, file)));
  const compare = (those: readonly string[]): Comparison => ({
    found: findings
      .filter((finding) => finding.rule === rule)
      .flatMap(({ location, level, object }) => {
        const file = those.find((each) => location?.file === join(folder, each));
        return file === undefined ? [] : [`${file}:${location?.line} ${level} ${object ?? '-'}`];
      })
      .sort(),
    marked: those
      .flatMap((file) =>
        readMarks(readFileSync(join(folder, file), 'utf8')).map(
          ({ line, verdict }) => `${file}:${line} ${verdict}`,
        ),
      )
      .sort(),
  });
  const isLookAlike = (file: string) => file.includes('look-alike');
  return {
    faults: compare(files.filter((file) => !isLookAlike(file))),
    lookAlikes: compare(files.filter(isLookAlike)),
  };
}
