/** A restore into an empty database beside plain COPY in and index builds of the same rows. */
import { join } from 'node:path';
import { copyIn, copyOut } from '../harness/plain-copy.mjs';
import { runCatb } from '../harness/run-catb.mjs';
import { withFolder } from '../harness/with-folder.mjs';

const RUNS = 2;

/** @param {import('./measurement.mjs').Context} context */
export async function measureRestore({ server, report, year }) {
  report.begin(`Restore, the best of ${RUNS} of each, in turn`);
  const [copies, restores, peaks] = [
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
  ];
  await withFolder(async (folder) => {
    const place = join(folder, 'backups');
    const { answer: manifest } = await runCatb(['backup', 'create', '--to', place], year.ownerUrl);
    const tables = manifest.tables.map((/** @type {{ name: string }} */ { name }) => name);
    await copyOut(server.asSuperuser(year.ownerUrl), tables, folder);
    for (let run = 0; run < RUNS; run += 1) {
      const plain = await server.createCatbDatabase('plain');
      copies.push(await copyIn(server.asSuperuser(plain), tables, folder));
      await server.dropDatabase('plain');
      await server.checkpoint();
      const empty = await server.createDatabase('restored');
      const { answer, peak } = await runCatb(['backup', 'restore', place], empty);
      restores.push(answer.seconds);
      peaks.push(peak);
      await server.dropDatabase('restored');
      await server.checkpoint();
    }
  });
  const [copy, restore] = [Math.min(...copies), Math.min(...restores)];
  report.add({ figure: 'COPY in, index builds, analyze', value: copy, unit: 's' });
  report.add({ figure: 'restore, with schema and checks', value: restore, unit: 's' });
  report.add({ figure: 'restore beside COPY', value: restore / copy, unit: 'times', atMost: 1.3 });
  const peak = Math.max(...peaks);
  report.add({ figure: 'memory of the restore, peak', value: peak, unit: 'MB', atMost: 200 });
}
