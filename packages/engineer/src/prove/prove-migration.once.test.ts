import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { buildDossier } from './dossier/build-dossier.ts';
import { renderHtml } from './dossier/render-html.ts';
import { renderMarkdown } from './dossier/render-markdown.ts';
import { renderTerminal } from './dossier/render-terminal.ts';
import type { Proof } from './proof.ts';
import { proveMigration, type ProveOptions } from './prove-migration.ts';

let target: TestDatabase;
let directory: string;

beforeEach(async () => {
  target = await createEmptyDatabase();
  directory = mkdtempSync(path.join(tmpdir(), 'catb-prove-test-'));
  for (const folder of ['migrations', 'rollbacks']) mkdirSync(path.join(directory, folder));
});
afterEach(async () => {
  await target.drop();
  rmSync(directory, { recursive: true, force: true });
});

function write(file: string, up: string, down: string): string {
  writeFileSync(path.join(directory, 'migrations', file), up);
  writeFileSync(path.join(directory, 'rollbacks', file), down);
  return path.join(directory, 'migrations', file);
}

async function prove(file: string, options: Partial<ProveOptions> = {}): Promise<Proof> {
  return await withTarget(target.url, (opened) => proveMigration(opened, { file, ...options }));
}

const first = `create table public.cats (id integer primary key, name text not null);
alter table public.cats enable row level security;
revoke all on public.cats from anon, authenticated, service_role;`;
const second = 'alter table public.cats add column born_on date;';

describe('a migration in a folder', () => {
  it('is proved on the target with the earlier ones that it lacks, and the target is left alone', async () => {
    write('20260101000000_cats.sql', first, 'drop table public.cats;');
    const file = write(
      '20260102000000_born.sql',
      second,
      'alter table public.cats drop column born_on;',
    );
    const proof = await prove(file, { skip: ['lint'] });
    expect(proof.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'lint not run',
      'measure passed',
      'round trip passed',
      'access passed',
    ]);
    expect(proof.findings.map(({ rule }) => rule)).toEqual(['not-proved']);
    expect(proof.proved).toBe(false);
    expect(proof.base).toMatchObject({ kind: 'target', appliedFirst: ['20260101000000_cats.sql'] });
    expect(proof.base?.rows).toBeGreaterThan(5);
    expect(proof.catalog).toEqual(['+ column public.cats.born_on: date']);
    expect(proof.roundTrip?.droppedWithData[0]).toMatch(/^the column born_on in \d+ rows/);
    const lock = { table: 'public.cats', mode: 'ACCESS EXCLUSIVE', tried: { reads: true } };
    expect(proof.locks).toMatchObject([lock]);
    expect(proof.rollbackLocks).toMatchObject([lock]);
    const shown = renderTerminal(buildDossier(proof), { width: 100, colours: false });
    expect(shown).toContain('Locks of the rollback');
    const { rows } = await target.pool.query(`select to_regclass('public.cats') as cats`);
    expect(rows).toEqual([{ cats: null }]);
  });

  it('is proved on what the files before it make when the target has it already', async () => {
    const file = write('20260101000000_cats.sql', first, 'drop table public.cats;');
    await target.pool.query(`
      create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (version text primary key);
      insert into supabase_migrations.schema_migrations values ('20260101000000');
      create table public.cats (only_here integer);
    `);
    const proof = await prove(file, { skip: ['access'] });
    expect(proof.base).toMatchObject({ kind: 'files', appliedFirst: [] });
    expect(proof.failure).toBeNull();
  });
});

it('takes real rows from a database, with those that they refer to, and does not show them', async () => {
  await target.pool.query(`
    create table public.owners (id integer primary key, secret text not null);
    create table public.cats (
      id integer primary key, owner_id integer not null references public.owners, weight integer
    );
    insert into public.owners select i, 'hush-' || i from generate_series(1, 300) as i;
    insert into public.cats values (1, 300, 4);
  `);
  const file = path.join(directory, 'loose.sql');
  writeFileSync(file, `alter table public.owners add constraint short check (length(secret) < 3);`);
  const proof = await prove(file, { rowsFrom: target.url, skip: ['lint', 'access'] });
  expect(proof.base).toMatchObject({ rows: 102, rowsFrom: 'real ones, a sample of a database' });
  expect(proof.failure).toMatchObject({ sqlstate: '23514', line: 1 });
  expect(JSON.stringify(proof)).not.toContain('hush');
});

it('takes real rows from a file, and does not show them when they break what the migration wants', async () => {
  await target.pool.query(
    'create table public.cats (id integer primary key, name text, age integer check (age >= 0))',
  );
  const [file, rows] = ['loose.sql', 'rows.jsonl'].map((name) => path.join(directory, name));
  writeFileSync(file!, 'alter table public.cats add constraint short check (length(name) < 3);');
  const cats = [{ id: 1, name: 'hush', age: 3 }, { id: 2, age: -1 }, { id: 3 }];
  writeFileSync(rows!, cats.map((row) => JSON.stringify({ table: 'cats', row })).join('\n'));
  const proof = await prove(file!, { rowsFrom: rows!, skip: ['lint', 'access'] });
  expect(proof.base).toMatchObject({ rows: 2, rowsFrom: 'real ones, from a file' });
  expect(proof.assumptions).toContain('1 real row of public.cats did not fit into the copy.');
  expect(proof.failure).toMatchObject({ sqlstate: '23514', line: 1 });
  expect(JSON.stringify(proof)).not.toContain('hush');
});

it('names the line that is not a row of a file, and not what is in it', async () => {
  await target.pool.query('create table public.cats (id integer primary key)');
  const [file, rows] = ['loose.sql', 'rows.jsonl'].map((name) => path.join(directory, name));
  writeFileSync(file!, 'select 1;');
  writeFileSync(rows!, '{"table": "cats", "row": {"id": 1}}\n{"secret');
  await expect(prove(file!, { rowsFrom: rows! })).rejects.toMatchObject({
    code: 'ROWS_UNREADABLE',
    details: 'Line 2 is no JSON.',
  });
});

it('shows the same on every page, with nothing in it taken for markup', async () => {
  const file = path.join(directory, 'broken.sql');
  writeFileSync(file, `select '<script>' |;`);
  const dossier = buildDossier(await prove(file));
  expect(dossier.verdict).toEqual({
    proved: false,
    says: 'Not proved: 1 finding; not proved: lint, measure, round trip, access.',
  });
  expect(renderHtml(dossier)).not.toContain('<script');
  expect(renderMarkdown(dossier)).not.toContain('<script');
  const shown = renderTerminal(dossier, { width: 100, colours: false });
  expect(shown).toContain('syntax error at end of input (SQLSTATE 42601)');
  expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
});
