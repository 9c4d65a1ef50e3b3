/** In charge of counting what our rules and squawk alone find in the same fixtures. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintMigrations, type LintedFile } from '../lint-migrations.ts';
import { lintRules } from '../rules/index.ts';
import { runSquawk } from '../squawk/run-squawk.ts';
import { squawkRules } from '../squawk/squawk-rules.ts';
import { readMarks } from './read-marks.ts';

/** One rule's line of the table. */
export interface RuleComparison {
  rule: string;
  /** Statements that are marked as faulty. */
  planted: number;
  /** Of these, found. */
  ours: number;
  squawk: number;
  /** Statements that are not marked. */
  lookAlikes: number;
  /** Of these, reported all the same. */
  ourFalseAlarms: number;
  squawkFalseAlarms: number;
}

/** Rules that only make sense with our own comments and our own reader. */
const notComparable = new Set(['allow-comment', 'nested-code-unread']);

interface Counted {
  planted: Set<string>;
  ours: Set<string>;
  squawk: Set<string>;
  statements: Set<string>;
}

/**
 * Both judge the same statements, and a statement counts once. Of squawk count the rules that are
 * about the same thing; it is told that there is a transaction, as its own users tell it.
 *
 * @param fixtures the folder that has one of each rule's
 */
export async function compareWithSquawk(fixtures: string): Promise<RuleComparison[]> {
  const comparisons: RuleComparison[] = [];
  for (const { name } of lintRules) {
    if (notComparable.has(name)) continue;
    const files = readdirSync(join(fixtures, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.sql'))
      .sort();
    const run = await lintMigrations({
      paths: files.map((file) => join(fixtures, name, file)),
      withoutSquawk: true,
    });
    const counts: Counted = {
      planted: new Set(),
      ours: new Set(),
      squawk: new Set(),
      statements: new Set(),
    };
    for (const linted of run.files) await countFile(name, linted, counts);
    comparisons.push(summarize(name, counts));
  }
  return comparisons;
}

async function countFile(rule: string, { file, open }: LintedFile, counts: Counted): Promise<void> {
  const { source, statements } = file;
  if (statements.length === 0) return;
  const at = (line: number) => {
    const offset = source.lineStart(line) + source.lineText(line).search(/\S|$/);
    const inside = statements.findLast((each) => each.start <= offset && offset <= each.end);
    return `${source.file} ${inside?.order ?? line}`;
  };
  for (const { start, context } of statements) {
    const isBody = context !== 'migration';
    const line = source.locate(start).line;
    // A block counts by the statements in it.
    if (isBody || !statements.some((each) => each.context !== 'migration'))
      counts.statements.add(at(line));
  }
  for (const { line } of readMarks(source.text)) counts.planted.add(at(line));
  for (const found of open)
    if (found.rule === rule && found.location) counts.ours.add(at(found.location.line));
  const { violations } = await runSquawk(source.text, { major: 15, inTransaction: true });
  for (const violation of violations ?? []) {
    if (isAbout(violation.rule_name, rule)) counts.squawk.add(at(violation.line + 1));
  }
}

/** What is a psql command to us is a syntax error to squawk. */
function isAbout(squawkRule: string, rule: string): boolean {
  if (rule === 'psql-command') return squawkRule === 'syntax-error';
  const treatment = squawkRules[squawkRule];
  return treatment?.treatment === 'ours' && treatment.rule === rule;
}

function summarize(rule: string, { planted, ours, squawk, statements }: Counted): RuleComparison {
  const of = (found: Set<string>, isPlanted: boolean) =>
    [...found].filter((each) => planted.has(each) === isPlanted).length;
  return {
    rule,
    planted: planted.size,
    ours: of(ours, true),
    squawk: of(squawk, true),
    lookAlikes: of(statements, false),
    ourFalseAlarms: of(ours, false),
    squawkFalseAlarms: of(squawk, false),
  };
}
