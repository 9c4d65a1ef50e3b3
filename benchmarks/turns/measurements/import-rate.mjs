/** `catb import` of both sets of conversations, once as they are and once ten times over. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runImport } from '../harness/catb-command.mjs';
import { MTS_DIALOG, PRIMOCK57, readConversations } from '../harness/dialogues.mjs';
import { median } from '../harness/statistics.mjs';

/**
 * Each round imports a file into a database of its own. The two sets as they are take about a second,
 * of which the start of the process and the tables of the tokenizer are a large part; ten times over,
 * each conversation under ten ids, the rate is that of an import.
 *
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureImportRate({ server, report, quick }) {
  report.begin('catb import, mts-dialog and primock57 in one file, the command from start to end');
  const folder = await mkdtemp(join(tmpdir(), 'catb-bench-'));
  try {
    for (const { copies, target } of [
      { copies: 10, target: { atLeast: 20_000 } },
      { copies: 1, target: {} },
    ]) {
      const file = join(folder, `${copies}.jsonl`);
      await writeFile(file, copyConversations(copies));
      const whole = /** @type {number[]} */ ([]);
      const without = /** @type {number[]} */ ([]);
      let count = 0;
      for (let round = 0; round < (quick ? 1 : 5); round += 1) {
        const url = await server.createCatbDatabase(`import_${copies}_${round}`);
        const start = performance.now();
        const { messages, seconds } = await runImport(file, url);
        whole.push((messages * 1_000) / (performance.now() - start));
        without.push(messages / seconds);
        count = messages;
      }
      const of = `import of ${count.toLocaleString('en')} messages`;
      report.add({ figure: of, value: median(whole), unit: 'messages/s', ...target });
      report.add({
        figure: `${of}, without the start of the process`,
        value: median(without),
        unit: 'messages/s',
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns {string} JSON Lines */
function copyConversations(/** @type {number} */ copies) {
  const conversations = [...readConversations(MTS_DIALOG), ...readConversations(PRIMOCK57)];
  const lines = [];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const conversation of conversations) {
      lines.push(
        JSON.stringify({
          ...conversation,
          conversation_id: `${conversation.conversation_id} (${copy + 1})`,
        }),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
