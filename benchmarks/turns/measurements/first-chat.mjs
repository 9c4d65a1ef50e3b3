/** `npm start`, when everything is installed and built, to the first answered chat. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startToFirstChat } from '../harness/start-command.mjs';
import { median } from '../harness/statistics.mjs';

/**
 * @param {object} options
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureFirstChat({ report, quick }) {
  report.begin('npm start to the first answered chat');
  const fresh = /** @type {number[]} */ ([]);
  const existing = /** @type {number[]} */ ([]);
  const rounds = quick ? 1 : 3;
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = await mkdtemp(join(tmpdir(), 'catb-bench-'));
    try {
      fresh.push(await startToFirstChat(dataDir));
      existing.push(await startToFirstChat(dataDir));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  report.add({
    figure: 'npm start to the first answered chat, new data folder',
    value: median(fresh),
    unit: 's',
    atMost: 5,
  });
  report.add({
    figure: 'npm start to the first answered chat, existing data',
    value: median(existing),
    unit: 's',
    atMost: 5,
  });
}
