/** In charge of the pages about squawk: what becomes of its rules, and who finds what. */
import { squawkRules } from '../squawk/squawk-rules.ts';
import type { RuleComparison } from './compare-with-squawk.ts';

const generated = '<!-- Made by npm run generate:lint. Do not edit. -->';

/** `docs/reference/rules/squawk.md`, as Markdown. */
export function renderSquawkPage(): string {
  const rules = Object.entries(squawkRules).sort(([a], [b]) => (a < b ? -1 : 1));
  const table = rules.map(([name, each]) => {
    if (each.treatment === 'kept')
      return `| \`${name}\` | reported as \`squawk-${name}\`, ${each.level} |`;
    if (each.treatment === 'ours')
      return `| \`${name}\` | our [${each.rule}](${each.rule}.md) judges the same statements |`;
    return `| \`${name}\` | left out. ${each.why} |`;
  });
  const sections = rules.flatMap(([name, each]) =>
    each.treatment === 'kept'
      ? [
          `### ${name}`,
          '',
          `${each.title}. Level: ${each.level}; found by \`catb lint\` as \`squawk-${name}\`.`,
          '',
        ]
      : [],
  );
  return [
    generated,
    '',
    '# squawk',
    '',
    '`catb lint` runs [squawk](https://squawkhq.com), the linter that the field uses, beside its own rules. This page says what becomes of what it says. A finding of the rule `squawk` itself says that it could not check a file.',
    '',
    '## What',
    '',
    'Its binary comes in the npm package `squawk-cli`. It is run on the text of each file, without a shell, without a configuration file, with an empty environment and a deadline of 30 seconds; its linter opens no connection. Its own comments, `-- squawk-ignore <rule>`, count; so do ours, with the name that the finding has.',
    '',
    '## Why',
    '',
    'squawk knows a file and nothing else. Where one of our rules looks at the same statements with the file, its rollback and the target in view, that rule speaks and squawk is silent, so that a change is reported once, and not where it is harmless.',
    '',
    '| rule of squawk | what becomes of it |',
    '| --- | --- |',
    ...table,
    '',
    'What silences those that are kept: `ban-drop-not-null` and `require-concurrent-partition-detach` on a table that the file makes; `ban-drop-not-null` in a rollback whose migration demanded it; `ban-alter-domain-with-add-constraint` on a domain that the file makes; `prefer-bigint-over-int`, `prefer-bigint-over-smallint` and `prefer-identity` on a column that the database does not count up itself. A rule that is newer than this list is reported as a warning.',
    '',
    '## Example',
    '',
    '```sql',
    'create table catb.visits (id serial, at_time timestamp);',
    '```',
    '',
    '## Mend',
    '',
    '```sql',
    'create table catb.visits (id bigint generated always as identity, at_time timestamptz);',
    '```',
    '',
    '## What is reported under its name',
    '',
    ...sections,
  ].join('\n');
}

/** `docs/reference/lint-beside-squawk.md`, as Markdown. */
export function renderComparison(comparisons: readonly RuleComparison[]): string {
  const cells = (each: Omit<RuleComparison, 'rule'>, name: string) =>
    `| ${name} | ${each.ours} of ${each.planted} | ${each.squawk} of ${each.planted} | ${each.ourFalseAlarms} | ${each.squawkFalseAlarms} of ${each.lookAlikes} |`;
  const counted = comparisons.filter(({ planted }) => planted > 0);
  const sum = (field: keyof Omit<RuleComparison, 'rule'>) =>
    counted.reduce((total, each) => total + each[field], 0);
  const total = {
    planted: sum('planted'),
    ours: sum('ours'),
    squawk: sum('squawk'),
    lookAlikes: sum('lookAlikes'),
    ourFalseAlarms: sum('ourFalseAlarms'),
    squawkFalseAlarms: sum('squawkFalseAlarms'),
  };
  return [
    generated,
    '',
    '# catb lint beside squawk alone',
    '',
    'Who finds what in `packages/engineer/fixtures/lint`: statements with a planted fault, and look-alikes on which a linter must be silent. Both ran on the same text, without a database. A statement counts once. Of squawk 2.66 the rules count that are about the same thing ([which those are](rules/squawk.md)), with `--assume-in-transaction`.',
    '',
    'The fixtures were made for our rules, so that our column shows what a test holds us to and not how we do elsewhere; squawk’s shows what one gets without us.',
    '',
    '| rule | we find | squawk finds | we report of the look-alikes | squawk does |',
    '| --- | --- | --- | --- | --- |',
    ...counted.map((each) => cells(each, `[${each.rule}](rules/${each.rule}.md)`)),
    cells(total, '**all**'),
    '',
    '## Where squawk is ahead',
    '',
    ...[
      `- ${Object.values(squawkRules).filter(({ treatment }) => treatment === 'kept').length} of its rules we have only through it: types of columns, domains, detaching partitions, a name that is too long, a column that is assigned twice. With \`--no-squawk\` they are gone.`,
      '- It asks for `lock_timeout`, `statement_timeout`, `if not exists` and (opt-in) schemas on every name. We leave these out; who runs migrations with another tool may want them.',
      '- It is one binary without Node, several times as fast (3 s of one core for a file of ten megabytes, where we take about 10 s), with an editor’s server and comments on pull requests.',
      '- Its own parser goes on inside a statement that is broken and can name several errors; ours names the first of each statement, as PostgreSQL does.',
    ],
    '',
    '## Where both are silent',
    '',
    ...[
      '- Names that are made at run time: `execute` of a variable.',
      '- Bodies in languages other than SQL and PL/pgSQL.',
      '- How long a statement takes and whom it stops: `catb prove` runs it and measures.',
    ],
    '',
  ].join('\n');
}
