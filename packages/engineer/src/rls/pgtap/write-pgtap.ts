/** In charge of pgTAP files: what was tried, as tests that anyone can run without catb. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { AccessScript, RecordedTest } from './recorded-test.ts';
import { testOf } from './test-statements.ts';

const header = `-- Written by catb rls: who may do what, as it was found by trying. Run it as a superuser, on an empty
-- database with the schema and the extension pgtap, with psql or pg_prove. Everything is taken back.`;

/** Roles must be able to say what they saw, also where functions are granted to nobody by default. */
const openPgtap = `do $catb$
begin
    execute (
        select string_agg(format('grant execute on function %s to public', d.objid::regprocedure), ';')
            || format(';grant usage on schema %s to public', min(e.extnamespace)::regnamespace)
        from pg_extension as e
        join pg_depend as d
            on d.refclassid = 'pg_extension'::regclass
            and d.refobjid = e.oid
            and d.classid = 'pg_proc'::regclass
        where e.extname = 'pgtap'
    );
end
$catb$;`;

/** Writes one file for each object that has tests; returns their paths. */
export async function writePgtap(folder: string, script: AccessScript): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const byObject = new Map<string, RecordedTest[]>();
  for (const test of script.tests) {
    byObject.set(test.object, [...(byObject.get(test.object) ?? []), test]);
  }
  const files: string[] = [];
  for (const [object, tests] of byObject) {
    const file = path.join(folder, fileName(object, files));
    await writeFile(file, formatPgtap(object, tests, script));
    files.push(file);
  }
  return files;
}

/** The text of one file. */
export function formatPgtap(
  object: string,
  tests: readonly RecordedTest[],
  { actors, rows }: AccessScript,
): string {
  const lines = [
    header,
    'begin;',
    'set local client_min_messages = warning;',
    'create extension if not exists pgtap;',
    openPgtap,
    `set local timezone = 'UTC';`,
    '-- Rows of two tenants, without triggers and in any order.',
    'set local session_replication_role = replica;',
    ...rows.inserts.map((statement) => `${statement};`),
    'set local session_replication_role = origin;',
    '',
    `select plan(${tests.length});`,
  ];
  for (const { role, who, settings } of actors) {
    const own = tests.filter((test) => test.role === role && test.who === who);
    if (own.length === 0) continue;
    lines.push('', `-- ${role} as ${who}`);
    for (const [name, value] of settings) {
      lines.push(`select set_config(${quote(name)}, ${quote(value)}, true) \\g /dev/null`);
    }
    for (const test of own) {
      const { before, after, statement } = testOf(object, test, rows);
      lines.push(
        ...before,
        `set local role ${pg.escapeIdentifier(role)};`,
        statement,
        'reset role;',
        ...after,
      );
    }
  }
  lines.push('', 'select * from finish();', 'rollback;', '');
  return lines.join('\n');
}

function quote(text: string): string {
  return pg.escapeLiteral(text);
}

/** The object's name in letters that any file system takes, and no name twice. */
function fileName(object: string, taken: readonly string[]): string {
  const plain = object
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
  const names = new Set(taken.map((file) => path.basename(file)));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${plain}.sql` : `${plain}.${count}.sql`;
    if (!names.has(name)) return name;
  }
}
