import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { supabaseDirectory } from '@catb/database';
import { parsePlPgSQLSync } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintText } from '../testing/lint-text.ts';
import { findBodyPieces } from './plpgsql-statements.ts';
import { loadParser } from './parse-statement.ts';
import { readStatements } from './read-statements.ts';
import { SourceText } from './source-text.ts';

beforeAll(loadParser);

const read = (text: string) => readStatements(new SourceText('change.sql', text));

describe('a place is where an editor shows it', () => {
  test('in UTF-16 units, behind letters of one to four bytes', () => {
    const text = `select 'é☃😀'; update public.t set a = 1;\n/* 😀 */ delete from public.t`;
    const { statements } = read(text);
    expect(statements.map(({ start }) => text.slice(start, start + 6))).toEqual([
      'select',
      'update',
      'delete',
    ]);
  });

  test('the place of a name, which the parser gives in bytes', async () => {
    const text = `with a as (select 'é☃😀'), b as (delete from public.t returning *) select * from b;`;
    const run = await lintText(text);
    const column = text.indexOf('public.t') + 1;
    expect(run.files[0]?.open.map(({ location }) => location?.column)).toEqual([column]);
  });

  test('a syntax error lies where PostgreSQL says it does, which counts characters', () => {
    const text = `select '😀😀', é from from x`;
    const [problem] = read(text).problems;
    expect(problem?.message).toBe('syntax error at or near "from"');
    expect(problem?.offset).toBe(text.lastIndexOf('from'));
  });

  test('a statement inside of a body lies in the file', () => {
    const text = `-- ☃\ndo $body$ begin\n  -- 😀\n  if true then delete from public.t; end if;\nend $body$;`;
    const inner = read(text).statements.find(({ kind }) => kind === 'DeleteStmt');
    expect(text.slice(inner?.start, inner?.end)).toBe('delete from public.t');
    expect(inner?.context).toBe('block');
  });

  test('a statement in a body with doubled quotes lies where the body starts', () => {
    const text = `do 'begin delete from public.t where a = ''b''; end';`;
    const inner = read(text).statements.find(({ kind }) => kind === 'DeleteStmt');
    expect(inner?.start).toBe(text.indexOf("'begin"));
  });
});

test('one statement that PostgreSQL refuses does not hide the others', () => {
  const { statements, problems } = read('select 1; selekt 2; select 3; create tabel x ();');
  expect(statements).toHaveLength(2);
  expect(problems.map(({ kind }) => kind)).toEqual(['syntax', 'syntax']);
});

test('what is executed as a constant is read, and names that are made at run time stay unknown', () => {
  const { statements } = read(`do $$ begin
    execute 'drop table public.a';
    execute 'truncate ' || quote_ident(v_name);
    execute format('alter table %I.%I disable row level security', v_schema, v_name) using 1;
    execute v_statement;
  end $$;`);
  expect(statements.map(({ kind }) => kind)).toEqual([
    'DoStmt',
    'DropStmt',
    'TruncateStmt',
    'AlterTableStmt',
  ]);
});

/** How many statements PostgreSQL's own reader of PL/pgSQL finds. */
function countByParser(routine: string): number | undefined {
  try {
    const text = JSON.stringify(parsePlPgSQLSync(routine));
    return text.split(/"PLpgSQL_stmt_(?:execsql|dynexecute)"/).length - 1;
  } catch {
    // It refuses some bodies that the server takes: see plpgsql-statements.ts.
    return undefined;
  }
}

test('as many statements are found in our own functions as PostgreSQL’s reader finds', () => {
  const folder = join(supabaseDirectory(), 'migrations');
  let compared = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
    const { statements, problems } = read(readFileSync(join(folder, file), 'utf8'));
    expect(problems).toEqual([]);
    for (const { kind, text } of statements) {
      const body = /\bas (\$\w*\$)([\s\S]*)\1/.exec(text)?.[2];
      const isPlpgsql = kind === 'CreateFunctionStmt' && /language plpgsql/.test(text);
      const expected = isPlpgsql && body !== undefined ? countByParser(text) : undefined;
      if (expected === undefined || body === undefined) continue;
      const loops = body.match(/\bfor \w+ in\s+(?:select|update|delete|with)\b/g)?.length ?? 0;
      const queries = body.match(/\breturn query\b/g)?.length ?? 0;
      expect([file, text.slice(0, 60), findBodyPieces(body).length - loops - queries]).toEqual([
        file,
        text.slice(0, 60),
        expected,
      ]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(10);
});
