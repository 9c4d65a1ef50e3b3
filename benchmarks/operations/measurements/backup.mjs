/** A backup beside plain COPY of the same tables to files: its time, and the memory that it needs. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyOut } from '../harness/plain-copy.mjs';
import { runCatb } from '../harness/run-catb.mjs';
import { withFolder } from '../harness/with-folder.mjs';

const RUNS = 3;

/** @param {import('./measurement.mjs').Context} context */
export async function measureBackup({ server, report, year }) {
  report.begin(`Backup, the best of ${RUNS} of each, in turn`);
  const [copies, backups, peaks] = [
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
  ];
  let bytes = 0;
  await withFolder(async (folder) => {
    const place = join(folder, 'backups');
    // Its manifest names the tables; its time counts for nothing.
    let manifest = (await backUp(place, year.ownerUrl)).answer;
    // COPY first, then the backup, and so on: what else the machine does falls on both.
    for (let run = 0; run < RUNS; run += 1) {
      const tables = manifest.tables.map((/** @type {{ name: string }} */ { name }) => name);
      copies.push(await copyOut(server.asSuperuser(year.ownerUrl), tables, folder));
      rmSync(place, { recursive: true, force: true });
      const { answer, peak } = await backUp(place, year.ownerUrl);
      manifest = answer;
      backups.push(answer.seconds);
      peaks.push(peak);
      bytes = answer.bytes;
    }
  });
  const [copy, backup] = [Math.min(...copies), Math.min(...backups)];
  report.add({ figure: 'COPY of the same tables to files', value: copy, unit: 's' });
  report.add({ figure: 'backup', value: backup, unit: 's' });
  report.add({ figure: 'backup beside COPY', value: backup / copy, unit: 'times', atMost: 1.3 });
  report.add({ figure: 'size of the backup', value: bytes / 1e6, unit: 'MB' });
  const peak = Math.max(...peaks);
  report.add({ figure: 'memory of the backup, peak', value: peak, unit: 'MB', atMost: 200 });
}

const backUp = (/** @type {string} */ place, /** @type {string} */ url) =>
  runCatb(['backup', 'create', '--to', place], url);
