/** `catb import` of both sets of conversations, as a whole command and without its start. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runImport } from '../harness/catb-command.mjs';
import { MTS_DIALOG, PRIMOCK57 } from '../harness/dialogues.mjs';
import { median } from '../harness/statistics.mjs';

/**
 * Each round imports one file with all conversations of both sets into a database of its own.
 *
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureImportRate({ server, report, quick }) {
  report.begin('catb import, mts-dialog and primock57 in one file');
  const whole = /** @type {number[]} */ ([]);
  const without = /** @type {number[]} */ ([]);
  const folder = await mkdtemp(join(tmpdir(), 'catb-bench-'));
  try {
    const both = join(folder, 'conversations.jsonl');
    await writeFile(
      both,
      (await readFile(MTS_DIALOG, 'utf8')) + (await readFile(PRIMOCK57, 'utf8')),
    );
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      const url = await server.createCatbDatabase(`import_${round}`);
      const start = performance.now();
      const { messages, seconds } = await runImport(both, url);
      whole.push((messages * 1_000) / (performance.now() - start));
      without.push(messages / seconds);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  report.add({
    figure: 'import, the command from start to end',
    value: median(whole),
    unit: 'messages/s',
    atLeast: 20_000,
  });
  report.add({
    figure: 'import, without the start of the process',
    value: median(without),
    unit: 'messages/s',
    atLeast: 20_000,
  });
}
