import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeRun, plainFinding, type LintReport } from '../lint-report.ts';
import { lintMigrations } from '../lint-migrations.ts';
import type { SourceText } from '../sql/source-text.ts';
import { withFiles } from '../testing/lint-text.ts';
import { renderGithub } from './render-github.ts';
import { renderSarif } from './render-sarif.ts';
import { renderText } from './render-text.ts';

const text = `-- catb-lint: allow drop-loses-data: it was copied to the archive
drop table public.cats;
\tselect '😀'; delete from public.bowls;
create table public.t (id bigint, at_time timestamp);
`;

async function report(): Promise<{ report: LintReport; sources: Map<string, SourceText> }> {
  return await withFiles({ 'a b,c.sql': text }, async (folder) => {
    const run = await lintMigrations({ paths: [join(folder, 'a b,c.sql')] });
    const sources = new Map(run.files.map(({ file }) => [file.source.file, file.source]));
    return { report: await judgeRun(run), sources };
  });
}

describe('for people', () => {
  test('the caret stands below the place, a tab is four columns and an emoji two', async () => {
    const made = await report();
    const shown = renderText(made.report, made.sources, { colour: false });
    const lines = shown.split('\n');
    const source = lines.findIndex((line) => line.includes('delete from public.bowls;'));
    expect(lines[source]).toBe(`  3 │     select '😀'; delete from public.bowls;`);
    // The emoji takes two columns and is one character of the string here.
    expect(lines[source + 1]).toBe(`    │ ${' '.repeat('    select '.length + 2 + 2 + 2)}^`);
    expect(shown).toContain('; 1 accepted (--accepted shows them).');
    expect(shown).not.toContain('\u001b');
  });

  test('what is accepted is shown with its reason when one asks', async () => {
    const made = await report();
    const shown = renderText(made.report, made.sources, { colour: false, showAccepted: true });
    expect(shown).toContain('in a comment: it was copied to the archive');
  });

  test('colours are for a terminal', async () => {
    const made = await report();
    process.env['FORCE_COLOR'] = '1';
    expect(renderText(made.report, made.sources, { colour: true })).toContain('\u001b[');
    delete process.env['FORCE_COLOR'];
  });
});

test('as JSON a finding has the seven fields that every finding has', async () => {
  const made = await report();
  expect(Object.keys(plainFinding(made.report.findings[0]!))).toEqual([
    ...['rule', 'level', 'object', 'message', 'detail', 'hint', 'location'],
  ]);
});

describe('for GitHub', () => {
  test('a line a finding, with what means something there escaped', async () => {
    const lines = renderGithub((await report()).report)
      .trimEnd()
      .split('\n');
    expect(lines[0]).toMatch(
      /^::error file=.*a b%2Cc\.sql,line=3,col=15,title=delete-without-where::This delete has no where/,
    );
    expect(lines[0]).toContain('%0A');
    expect(lines.every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
  });
});

/** What the schema of SARIF 2.1.0 demands of the parts we write. */
const message = z.strictObject({ text: z.string().min(1) });
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: message,
                help: message,
                helpUri: z.url().optional(),
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message,
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[!-~]+$/) }),
                  region: z.strictObject({
                    startLine: z.int().min(1),
                    startColumn: z.int().min(1),
                  }),
                }),
                logicalLocations: z
                  .array(z.strictObject({ fullyQualifiedName: z.string() }))
                  .optional(),
              }),
            ),
            suppressions: z
              .array(
                z.strictObject({
                  kind: z.enum(['inSource', 'external']),
                  justification: z.string(),
                }),
              )
              .optional(),
          }),
        ),
      }),
    )
    .length(1),
});

describe('as SARIF', () => {
  test('it has the form of version 2.1.0, each result with its rule', async () => {
    const made = (await report()).report;
    const document = sarif.parse(
      JSON.parse(renderSarif(made, { version: '1.0.0', rulePages: 'https://example.org/rules/' })),
    );
    const run = document.runs[0]!;
    const rules = run.tool.driver.rules;
    for (const result of run.results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(rules.find(({ id }) => id === 'squawk-prefer-timestamp-tz')?.helpUri).toBe(
      'https://example.org/rules/squawk.md#prefer-timestamp-tz',
    );
    expect(
      run.results.filter(({ suppressions }) => suppressions).map(({ ruleId }) => ruleId),
    ).toEqual(['drop-loses-data']);
  });

  test('without an address for the pages the help says where they are', async () => {
    const made = (await report()).report;
    const [rule] = sarif.parse(JSON.parse(renderSarif(made, { version: '1' }))).runs[0]!.tool.driver
      .rules;
    expect(rule?.helpUri).toBeUndefined();
    expect(rule?.help.text).toContain(`docs/reference/rules/${rule?.id}.md`);
  });
});
