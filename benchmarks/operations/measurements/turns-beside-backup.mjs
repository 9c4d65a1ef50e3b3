/** What a backup does to turns that are taken meanwhile. */
import { openTurns } from '../../analytics/harness/take-turns.mjs';
import { quantile } from '../../turns/harness/statistics.mjs';
import { paceTurns } from '../harness/pace-turns.mjs';
import { runCatb } from '../harness/run-catb.mjs';
import { withFolder } from '../harness/with-folder.mjs';

/** A busy hour of a server of this size; as fast as they can, they would be what the backup waits for. */
const TURNS_PER_SECOND = 20;
const CONNECTIONS = 8;
const ROUNDS = 3;
/** A round is at least this long on either side, so that its p95 is one. */
const ROUND_SECONDS = 20;

/** @param {import('./measurement.mjs').Context} context */
export async function measureTurnsBesideBackup({ report, quick, year }) {
  const rounds = quick ? 1 : ROUNDS;
  report.begin(`Turns beside a backup, ${TURNS_PER_SECOND} a second, ${rounds} rounds in turn`);
  const { database, turn } = await openTurns({ ...year, connections: CONNECTIONS });
  /** @type {number[]} */
  const alone = [];
  /** @type {number[]} */
  const beside = [];
  let backups = 0;
  const pace = (/** @type {() => boolean} */ isOver) =>
    paceTurns({ turn, perSecond: TURNS_PER_SECOND, isOver });
  const seconds = quick ? ROUND_SECONDS / 4 : ROUND_SECONDS;
  try {
    await pace(after(1));
    for (let round = 0; round < rounds; round += 1) {
      alone.push(...(await pace(after(seconds))));
      await withFolder(async (folder) => {
        const isOver = after(seconds);
        let isRunning = true;
        const backUp = async () => {
          // A small database is backed up before a round is over: then it is again.
          do {
            await runCatb(['backup', 'create', '--to', folder], year.ownerUrl);
            backups += 1;
          } while (!isOver());
        };
        const done = backUp().finally(() => (isRunning = false));
        beside.push(...(await pace(() => !isRunning)));
        await done;
      });
    }
  } finally {
    await database.close();
  }
  const [before, during] = [quantile(alone, 0.95), quantile(beside, 0.95)];
  report.note(`${alone.length} turns alone, ${beside.length} beside ${backups} backups`);
  report.add({ figure: 'turn alone, p95', value: before, unit: 'ms' });
  report.add({ figure: 'turn beside a backup, p95', value: during, unit: 'ms' });
  report.add({
    figure: 'turn p95 while a backup runs',
    value: during / before,
    unit: 'times',
    atMost: 1.3,
  });
}

function after(/** @type {number} */ seconds) {
  const end = performance.now() + seconds * 1_000;
  return () => performance.now() >= end;
}
