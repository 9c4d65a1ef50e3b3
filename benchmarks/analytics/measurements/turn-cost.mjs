/** What the rollups add to a turn: two databases on one server, with rollups and without, taking turns. */
import { readFileSync } from 'node:fs';
import { withClient } from '../../turns/harness/contestant.mjs';
import { driveConnections } from '../../turns/harness/drive-connections.mjs';
import { medianRatio, quantile } from '../../turns/harness/statistics.mjs';
import { fillYear } from '../harness/fill-year.mjs';
import { keepRolling } from '../harness/keep-rolling.mjs';
import { rollUpYear } from '../harness/roll-up-year.mjs';
import { openTurns } from '../harness/take-turns.mjs';

const MESSAGES = 50_000;
/** Two runs of the loop at least. */
const ROUND_SECONDS = 4.5;

/** What the migrations of the rollups added to the path of a turn is taken back by their rollbacks. */
const ROLLBACKS = [
  '20261125000250_roll_up_usage',
  '20261125000220_sessions_by_time',
  '20261125000210_model_calls_by_time',
];

/** @param {import('./measurement.mjs').Context} context */
export async function measureTurnCost({ server, report, quick }) {
  const kept = await prepare(server, 'with_rollups');
  await rollUpYear(kept.url, kept.ownerUrl);
  const bare = await prepare(server, 'without_rollups');
  await withClient(bare.ownerUrl, async (client) => {
    for (const name of ROLLBACKS) await client.query(readRollback(name));
  });

  for (const connections of [1, 8]) {
    report.begin(`What rollups add to a turn, ${connections} connections`);
    const [ours, theirs] = await takeTurns({
      sides: [kept, bare],
      connections,
      rounds: quick ? 4 : 16,
    });
    const p50 = ratioOf(ours, theirs, ({ milliseconds }) => quantile(milliseconds, 0.5));
    const rate = ratioOf(theirs, ours, ({ turns, seconds }) => turns / seconds);
    const all = (/** @type {Driven[]} */ rounds) => rounds.flatMap((round) => round.milliseconds);
    report.add({ figure: 'turn with rollups, p50', value: quantile(all(ours), 0.5), unit: 'ms' });
    report.add({ figure: 'turn without, p50', value: quantile(all(theirs), 0.5), unit: 'ms' });
    report.add({
      figure: `with beside without, p50, ${connections} connections`,
      value: 100 * (p50 - 1),
      unit: '%',
      atMost: 3,
    });
    report.add({
      figure: `time a turn takes of the server, with beside without, ${connections} connections`,
      value: 100 * (rate - 1),
      unit: '%',
      atMost: 3,
    });
  }
}

/** @typedef {import('../../turns/harness/drive-connections.mjs').Driven} Driven */

async function prepare(
  /** @type {import('../../turns/harness/server.mjs').Server} */ server,
  /** @type {string} */ name,
) {
  const ownerUrl = await server.createCatbDatabase(name);
  const url = server.asSuperuser(ownerUrl);
  await fillYear(url, MESSAGES);
  return { url, ownerUrl };
}

function readRollback(/** @type {string} */ name) {
  const file = new URL(`../../../supabase/rollbacks/${name}.sql`, import.meta.url);
  return readFileSync(file, 'utf8').replaceAll('drop index concurrently', 'drop index');
}

/** @returns {Promise<[Driven[], Driven[]]>} each round of the one with rollups and of the one without */
async function takeTurns(
  /** @type {{ sides: { url: string, ownerUrl: string }[], connections: number, rounds: number }} */
  { sides, connections, rounds },
) {
  const opened = [];
  for (const side of sides) opened.push(await openTurns({ ...side, connections }));
  const [kept, bare] = opened;
  if (kept === undefined || bare === undefined) throw new Error('Two databases are compared.');
  // Its own connection, as in a server whose pool is busy.
  const upkeep = await openTurns({ ...sides[0], connections: 1 });
  /** @type {[Driven[], Driven[]]} */
  const driven = [[], []];
  const drive = (/** @type {() => Promise<void>} */ turn) =>
    driveConnections({ connections, seconds: ROUND_SECONDS, limit: Infinity, turn });
  try {
    for (let round = -1; round < rounds; round += 1) {
      // Each is first in every other round.
      const steps = [
        async () => {
          const rolling = keepRolling(upkeep.database);
          const result = await drive(kept.turn);
          await rolling.stop();
          if (round >= 0) driven[0].push(result);
        },
        async () => {
          const result = await drive(bare.turn);
          if (round >= 0) driven[1].push(result);
        },
      ];
      if (round % 2 === 0) steps.reverse();
      for (const step of steps) await step();
    }
  } finally {
    for (const { database } of [...opened, upkeep]) await database.close();
  }
  return driven;
}

function ratioOf(
  /** @type {Driven[]} */ ours,
  /** @type {Driven[]} */ theirs,
  /** @type {(driven: Driven) => number} */ value,
) {
  return medianRatio(ours.map(value), theirs.map(value));
}
