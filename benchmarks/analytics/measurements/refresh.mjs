/** What a turn waits while all materialized views are made anew beside it, in the full year. */
import { refreshSessionDays, refreshUsageViews } from '@catb/database';
import { driveConnections } from '../../turns/harness/drive-connections.mjs';
import { median, medianRatio, quantile } from '../../turns/harness/statistics.mjs';
import { openTurns } from '../harness/take-turns.mjs';

const CONNECTIONS = 2;
/** A person waits for the model between two turns; a database that does nothing else has no p95 to speak of. */
const SHORTEST_SECONDS = 3;

/**
 * Each round has a stretch without a refresh and one of the same length with refreshes all the time.
 *
 * @param {import('./measurement.mjs').Context} context
 */
export async function measureRefresh({ year, report, quick }) {
  report.begin(`All views refreshed, ${CONNECTIONS} connections taking turns`);
  const turns = await openTurns({ ...year, connections: CONNECTIONS });
  const upkeep = await openTurns({ ...year, connections: 1 });
  /** @type {number[]} */
  const refreshes = [];
  const refresh = async () => {
    const start = performance.now();
    while (((await refreshSessionDays(upkeep.database)) ?? 0) > 0);
    if (!(await refreshUsageViews(upkeep.database, 0))) throw new Error('Nothing was refreshed.');
    refreshes.push((performance.now() - start) / 1000);
  };
  const drive = async (/** @type {number} */ seconds) => {
    const { milliseconds } = await driveConnections({
      connections: CONNECTIONS,
      seconds,
      limit: Infinity,
      turn: turns.turn,
    });
    return quantile(milliseconds, 0.95);
  };
  const stretch = Math.max(SHORTEST_SECONDS, 1.2 * (await timeOf(refresh)));
  /** @type {number[]} */
  const without = [];
  /** @type {number[]} */
  const during = [];
  for (let round = -1; round < (quick ? 4 : 10); round += 1) {
    const [alone, beside] = [
      await drive(stretch),
      await driveBeside(refresh, () => drive(stretch)),
    ];
    if (round < 0) continue;
    without.push(alone);
    during.push(beside);
  }
  await turns.database.close();
  await upkeep.database.close();
  report.add({ figure: 'a refresh of all views, median', value: median(refreshes), unit: 's' });
  report.add({ figure: 'turn p95 without a refresh', value: median(without), unit: 'ms' });
  report.add({ figure: 'turn p95 during refreshes', value: median(during), unit: 'ms' });
  report.add({
    figure: 'turn p95, during beside without',
    value: medianRatio(during, without),
    unit: 'x',
    atMost: 1.3,
  });
}

async function timeOf(/** @type {() => Promise<void>} */ work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Refreshes again and again while the turns are taken. */
async function driveBeside(
  /** @type {() => Promise<void>} */ refresh,
  /** @type {() => Promise<number>} */ drive,
) {
  let driven = false;
  const refreshing = (async () => {
    while (!driven) await refresh();
  })();
  const result = await drive().finally(() => (driven = true));
  await refreshing;
  return result;
}
