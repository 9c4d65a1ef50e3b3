/** Bytes on disk of catb's messages beside a bare table with the same messages. */
import { runImport } from '../harness/catb-command.mjs';
import { withClient } from '../harness/contestant.mjs';
import { MTS_DIALOG } from '../harness/dialogues.mjs';

/**
 * `catb import` fills catb's table. The bare table then gets the same rows in the order in which
 * they lie in catb's, primary key in place from the start, neither of them vacuumed in full.
 *
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 */
export async function measureDisk({ server, report }) {
  report.begin('mts-dialog on disk, tables and indexes');
  const url = await server.createCatbDatabase('disk');
  await runImport(MTS_DIALOG, url);
  await withClient(url, async (client) => {
    await client.query(`
      create schema bench;
      create table bench.messages (
        session_id uuid, seq integer, content text, primary key (session_id, seq));
      insert into bench.messages select session_id, seq, content from public.messages order by ctid;`);
    await client.query('vacuum public.messages, bench.messages');
    const { rows } = await client.query(`
      select (select count(*) from public.messages)::integer as messages,
             (select count(*) from bench.messages)::integer as bare_messages,
             pg_total_relation_size('public.messages')::integer as ours,
             pg_total_relation_size('bench.messages')::integer as bare`);
    const { messages, bare_messages, ours, bare } = rows[0];
    if (messages === 0 || messages !== bare_messages) {
      throw new Error(`catb holds ${messages} messages and the bare table ${bare_messages}.`);
    }
    report.add({
      figure: `catb, ${messages.toLocaleString('en')} messages`,
      value: ours / messages,
      unit: 'bytes a message',
    });
    report.add({
      figure: 'a bare table (session_id, seq, content)',
      value: bare / messages,
      unit: 'bytes a message',
    });
    report.add({
      figure: 'catb beside the bare table',
      value: ours / bare,
      unit: 'x',
      atMost: 1.4,
    });
  });
}
