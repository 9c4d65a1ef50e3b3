import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { exportConversations, type ExportOptions } from './export-conversations.ts';
import { importConversations, type ImportOptions } from './import-conversations.ts';
import { asInput, realFile, sampleLine, sampleMessages } from './testing/sample-lines.ts';

let database: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [database, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
beforeEach(async () => {
  for (const { pool } of [database, other]) await pool.query('truncate public.sessions cascade');
});
afterAll(() => Promise.all([database.drop(), other.drop()]));

/** Keeps what is written, slowly, so that an export has to wait for it. */
class Paper extends Writable {
  readonly chunks: Buffer[] = [];
  /** What a chunk waits for before the next one is taken. */
  readonly hold: () => Promise<unknown>;
  constructor(hold: () => Promise<unknown> = () => Promise.resolve()) {
    super({ highWaterMark: 1 });
    this.hold = hold;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    void this.hold().then(() => setImmediate(done));
  }
  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }
  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}

async function exportFrom(from: TestDatabase, options: Partial<ExportOptions> = {}) {
  const output = new Paper();
  const report = await exportConversations({ url: from.url, output, ...options });
  return { report, output };
}

async function importInto(into: TestDatabase, input: ImportOptions['input']) {
  return await importConversations({ url: into.url, input });
}

/** An export without the times, which are those of the import. */
function timeless(text: string): string {
  return text.replace(/,"createdAt":"[^"]+"/g, '');
}

/** A session that somebody chatted in. */
async function chat(into: TestDatabase, contents: string[]): Promise<string> {
  const { rows } = await into.pool.query<{ session_id: string }>(
    'select session_id from public.create_session()',
  );
  const id = String(rows[0]?.session_id);
  for (const [index, content] of contents.entries()) {
    await into.pool.query(
      `insert into public.messages (session_id, seq, token_count, role, state, content, attempt_id)
       values ($1, $2, 1, $3, $4, $5, case when $5 = '' then gen_random_uuid() end)`,
      [
        id,
        index + 1,
        index % 2 === 0 ? 'user' : 'assistant',
        content === '' ? 'pending' : 'complete',
        content,
      ],
    );
  }
  return id;
}

describe('an export', () => {
  it('gives back each line as it came, with state and time', async () => {
    await importInto(database, asInput([sampleLine('b'), sampleLine('a')]));
    const { report, output } = await exportFrom(database);
    expect(report).toMatchObject({
      conversations: 2,
      messages: 8,
      bytes: Buffer.byteLength(output.text),
    });
    const lines = output.lines.map((line) => JSON.parse(line) as { messages: object[] });
    const messages = (id: string) =>
      sampleMessages(4, id).map(({ speaker: _, ...message }) => ({
        ...message,
        state: 'complete',
        createdAt: expect.stringMatching(/^20\d\d-.*Z$/) as string,
      }));
    expect(lines).toEqual([
      { ...(JSON.parse(sampleLine('a')) as object), messages: messages('a') },
      { ...(JSON.parse(sampleLine('b')) as object), messages: messages('b') },
    ]);
  });

  it('imported into another database is exported from there as the same bytes', async () => {
    const ids = Array.from({ length: 450 }, (_, index) => sampleLine(`é${index * 7919}`));
    await importInto(database, asInput([...ids, sampleLine('a', { source: 'Z', title: null })]));
    await chat(database, ['Hello', 'Hello.', 'She limps.', '']);
    await chat(database, []);
    const first = await exportFrom(database);
    expect(await importInto(other, asInput(first.output.lines))).toMatchObject({
      conversations: 452,
      badLines: 0,
    });
    const second = await exportFrom(other);
    expect(timeless(second.output.text)).toBe(
      timeless(first.output.text).replace('"state":"pending"', '"state":"failed"'),
    );
    expect(await importInto(database, asInput(second.output.lines))).toMatchObject({
      conversations: 0,
      skipped: 452,
    });
  });

  it('has sessions that were not imported, by their id, with the source catb', async () => {
    await importInto(database, asInput([sampleLine('a')]));
    const id = await chat(database, ['Hello', 'Hello.']);
    const { output } = await exportFrom(database, { source: 'catb' });
    expect(output.lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { conversation_id: id, source: 'catb', title: null, messages: [{ seq: 1 }, { seq: 2 }] },
    ]);
    const others = await exportFrom(database, { source: 'sample' });
    expect(others.report.conversations).toBe(1);
    expect((await exportFrom(database, { source: 'nobody' })).output.text).toBe('');
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => sampleLine(`c${index}`));
    await importInto(database, asInput(lines));
    let late: Promise<unknown> | undefined;
    const output = new Paper(() => {
      late ??= Promise.all([
        importInto(database, asInput([sampleLine('c9999')])),
        database.pool.query(`delete from public.sessions where id in (
          select session_id from public.imported_conversations where conversation_id = 'c99')`),
      ]);
      return late;
    });
    const report = await exportConversations({ url: database.url, output });
    expect(report.conversations).toBe(600);
    expect(output.lines.at(-1)).toContain('c99, message 4');
    expect(output.text).not.toContain('"c9999"');
  });

  it('of a conversation of any length has every message, in order', async () => {
    const messages = sampleMessages(5_500, 'long');
    await importInto(database, asInput([sampleLine('long', { messages }), sampleLine('short')]));
    const { output } = await exportFrom(database);
    const contents = output.lines.flatMap((line) =>
      (JSON.parse(line) as { messages: { content: string }[] }).messages.map((m) => m.content),
    );
    expect(contents).toEqual([...messages, ...sampleMessages(4, 'short')].map((m) => m.content));
  });

  it('fails when its output fails, and when its connection is lost', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => sampleLine(`c${index}`));
    await importInto(database, asInput(lines));
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(new Error('no space left')),
    });
    await expect(exportConversations({ url: database.url, output: full })).rejects.toThrow(
      'no space left',
    );
    const cut = exportFrom(database, {
      onProgress: () =>
        void database.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'catb export' and datname = current_database()`,
        ),
    });
    await expect(cut).rejects.toMatchObject({ code: 'database_unavailable' });
  });

  it.runIf(realFile('primock57'))(
    'of research conversations, imported elsewhere and exported again, is the same',
    async () => {
      await importInto(database, String(realFile('primock57')));
      const first = await exportFrom(database);
      await importInto(other, asInput(first.output.lines));
      const second = await exportFrom(other);
      const digest = (text: string) => createHash('sha256').update(timeless(text)).digest('hex');
      expect(first.report.conversations).toBe(57);
      expect(digest(second.output.text)).toBe(digest(first.output.text));
    },
    120_000,
  );
});
