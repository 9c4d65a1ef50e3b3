import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { importConversations, type BadLine, type ImportOptions } from './import-conversations.ts';
import { expectedRows, storedRows } from './testing/expected-rows.ts';
import {
  asInput,
  manyLines,
  realFile,
  sampleLine,
  sampleMessages,
} from './testing/sample-lines.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.pool.query('truncate public.sessions cascade'));
afterAll(() => database.drop());

async function importLines(lines: readonly string[], options: Partial<ImportOptions> = {}) {
  const badLines: BadLine[] = [];
  const report = await importConversations({
    url: database.url,
    input: asInput(lines),
    onBadLine: (bad) => badLines.push(bad),
    ...options,
  });
  return { ...report, bad: badLines };
}

async function rowsOf(query: string): Promise<unknown[]> {
  return (await database.pool.query({ text: query, rowMode: 'array' })).rows;
}

describe('an import', () => {
  it('stores every message as it was, in order', async () => {
    const lines = manyLines(30);
    const report = await importLines(lines);
    expect(report).toMatchObject({
      lines: 30,
      conversations: 30,
      messages: 120,
      skipped: 0,
      bad: [],
    });
    expect(await rowsOf(storedRows)).toEqual(expectedRows(lines));
  });

  it('makes sessions whose last_seq is their last message, each with a secret of its own', async () => {
    await importLines(manyLines(20));
    const sessions = await rowsOf(`
      select s.last_seq, (select max(m.seq) from public.messages m where m.session_id = s.id),
             substr(s.id::text, 15, 1), s.last_active_at > now() - interval '1 minute'
      from public.sessions s`);
    expect(sessions).toEqual(Array.from({ length: 20 }, () => [4, 4, '7', true]));
    expect(await rowsOf('select count(distinct secret_sha256)::int from public.sessions')).toEqual([
      [20],
    ]);
  });

  it('counts tokens, and keeps what the line says besides its messages', async () => {
    await importLines([
      sampleLine('a', { messages: [{ seq: 1, role: 'user', content: 'My cat.' }] }),
    ]);
    expect(
      await rowsOf('select token_count, tokenizer::text, state::text from public.messages'),
    ).toEqual([[3, 'o200k_base', 'complete']]);
    expect(await rowsOf('select title, meta from public.imported_conversations')).toEqual([
      [
        'About a',
        { split: 'train', meta: { note: 'A cat, indoors.', weights: [4, 4.25], ключ: null } },
      ],
    ]);
  });

  it('may run twice, and the second time does only what is new', async () => {
    await importLines(manyLines(5));
    const again = await importLines([...manyLines(5), sampleLine('new'), sampleLine('new')]);
    expect(again).toMatchObject({ conversations: 1, messages: 4, skipped: 6, badLines: 0 });
    expect(await rowsOf('select count(*)::int from public.sessions')).toEqual([[6]]);
  });

  it('takes the same id from another source for another conversation', async () => {
    const report = await importLines([sampleLine('a'), sampleLine('a', { source: 'other' })]);
    expect(report).toMatchObject({ conversations: 2, skipped: 0 });
  });

  it('skips a session of this database that comes back in an export of it', async () => {
    const { rows } = await database.pool.query<{ session_id: string }>(
      'select session_id from public.create_session()',
    );
    const id = String(rows[0]?.session_id);
    expect(await importLines([sampleLine(id, { source: 'catb' })])).toMatchObject({ skipped: 1 });
    expect(await importLines([sampleLine('no-id', { source: 'catb' })])).toMatchObject({
      conversations: 1,
    });
  });
});

describe('bad lines', () => {
  it('are reported with their number, and the rest goes in', async () => {
    const long = (role: string, content: string) =>
      sampleLine('long', { messages: [{ seq: 1, role, content }] });
    const report = await importLines([
      sampleLine('first'),
      'secret',
      '',
      ' \t\r',
      long('user', 'é'.repeat(20_001)),
      long('assistant', 'secret '.repeat(301)),
      sampleLine('last'),
    ]);
    expect(report).toMatchObject({ lines: 5, conversations: 2, messages: 8, badLines: 3 });
    expect(report.bad).toEqual([
      { line: 2, reason: 'It is not JSON.' },
      { line: 5, reason: 'messages.0.content is longer than 20,000 characters.' },
      { line: 6, reason: 'messages.0.content is an answer of more than 300 tokens.' },
    ]);
  });

  it('are not what is just within the limits', async () => {
    const report = await importLines([
      sampleLine('i'.repeat(300), {
        source: '🐈'.repeat(50),
        title: 't'.repeat(2_000),
        messages: [
          { seq: 1, role: 'user', content: '🐈'.repeat(20_000) },
          { seq: 2, role: 'assistant', content: 'cat'.concat(' cat'.repeat(299)) },
        ],
      }),
    ]);
    expect(report).toMatchObject({ conversations: 1, bad: [] });
    expect(await rowsOf('select token_count from public.messages where seq = 2')).toEqual([[300]]);
  });

  it('are those too that only the database refuses: constraints and triggers stay on', async () => {
    await database.pool.query(`
      create function public.refuse_dogs() returns trigger language plpgsql as $$
      begin
          raise exception 'no dogs' using errcode = 'check_violation';
      end $$;
      create trigger refuse_dogs before insert on public.messages
          for each row when (new.content like '%dog%') execute function public.refuse_dogs();
      alter table public.messages add constraint no_hamsters check (content not like '%hamster%')`);
    const about = (pet: string) =>
      sampleLine(pet, { messages: [{ seq: 1, role: 'user', content: `A ${pet}.` }] });
    const report = await importLines([
      sampleLine('a'),
      about('dog'),
      about('hamster'),
      about('cat'),
    ]);
    await database.pool.query(`
      drop function public.refuse_dogs cascade;
      alter table public.messages drop constraint no_hamsters`);
    expect(report).toMatchObject({ conversations: 2, messages: 5, badLines: 2 });
    expect(report.bad).toEqual([
      { line: 2, reason: 'The database refused it (SQLSTATE 23514).' },
      { line: 3, reason: 'The database refused it (SQLSTATE 23514).' },
    ]);
  });

  it('leave nothing of themselves', async () => {
    await importLines([sampleLine('a', { messages: [...sampleMessages(3), { seq: 9 }] })]);
    expect(await rowsOf('select from public.sessions')).toEqual([]);
  });
});

describe('an import of research conversations', () => {
  const names = ['mts-dialog', 'primock57'] as const;
  it.each(names.filter((name) => realFile(name) === undefined))(
    'leaves out %s, which is not beside the project',
    (_name) => undefined,
  );

  it.each(names.filter((name) => realFile(name) !== undefined))(
    'takes in all of %s, and what is stored equals the file',
    async (name) => {
      const input = String(realFile(name));
      const lines = readFileSync(input, 'utf8').trimEnd().split('\n');
      const expected = expectedRows(lines);
      const report = await importLines([], { input });
      expect(report).toMatchObject({
        lines: lines.length,
        conversations: lines.length,
        messages: expected.length,
        badLines: 0,
      });
      expect(await rowsOf(storedRows)).toEqual(expected);
    },
    120_000,
  );
});
