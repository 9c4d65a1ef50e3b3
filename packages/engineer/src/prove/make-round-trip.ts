/** In charge of up, down, up again, and down with rows that were written under the new schema. */
import { diffSnapshots } from '@catb/database';
import { withClient } from '../copy/with-client.ts';
import { measureMigration, type Measurement } from './measure.ts';
import { takeMoment, type Moment } from './moment.ts';
import type { RoundTripProof } from './proof.ts';
import type { Change } from './read-change.ts';
import { compareRows, lostTables, onlyWhatIsIn, readRows, withoutVolatile } from './read-rows.ts';
import { countDropped } from './count-dropped.ts';
import { runScript, type Bench, type Stopped } from './run-script.ts';

/** What a round trip starts from: the migration is applied. */
export interface TripStart {
  bench: Bench;
  change: Change;
  before: Moment;
  after: Moment;
  /** Writes more rows; says how many. */
  plant: () => Promise<number>;
  /** Told before each step. */
  at: (text: string) => void;
}

/** Which step stopped the trip. */
export interface TripStopped {
  during: 'down' | 'up again' | 'down with new rows';
  stopped: Stopped;
}

/** What came of it, as far as it got. */
export interface Trip {
  proof: RoundTripProof;
  stopped: TripStopped | undefined;
  /** What the first way back locked and held up; undefined when it was stopped. */
  down: Measurement | undefined;
}

/**
 * Plants rows, goes down and up once more. What was planted must then be there again, in the columns
 * that were there all the time: the way back may undo what the migration does to a row, but not lose it.
 */
async function downWithNewRows(
  start: TripStart,
  proof: RoundTripProof,
  again: Moment,
): Promise<TripStopped | undefined> {
  const { bench, change, before, after } = start;
  start.at('rows written under the new schema');
  proof.planted = await start.plant();
  const planted = await withClient(bench.superuserUrl, readRows);
  proof.droppedWithData = countDropped(before.rows, planted);
  start.at('down, with those rows');
  const down = await runScript(bench, change, 'down');
  if (down !== undefined) return { during: 'down with new rows', stopped: down };
  start.at('up, with those rows');
  const up = await runScript(bench, change, 'up');
  if (up !== undefined) return { during: 'up again', stopped: up };
  const now = await withClient(bench.superuserUrl, readRows);
  const lasting = onlyWhatIsIn(planted, before.rows);
  proof.plantedLost = compareRows(withoutVolatile(lasting, after.rows, again.rows), now);
  return undefined;
}

/** Makes the trip; it ends where a script fails. */
export async function makeRoundTrip(start: TripStart): Promise<Trip> {
  const { bench, change, before, after } = start;
  const proof: RoundTripProof = {
    down: [],
    lost: [],
    upAgain: [],
    plantedLost: [],
    droppedWithData: [],
    planted: 0,
  };
  const end = (during: TripStopped['during'], stopped: Stopped): Trip => ({
    proof,
    stopped: { during, stopped },
    down: undefined,
  });
  start.at('down');
  const down = await measureMigration(bench, change, after, 'down');
  if (down.stopped !== undefined) return end('down', down.stopped);
  const back = await takeMoment(bench.superuserUrl);
  proof.down = diffSnapshots(before.snapshot, back.snapshot, 'none');
  proof.lost = [...compareRows(before.rows, back.rows), ...lostTables(before.rows, back.rows)];

  start.at('up again');
  const up = await runScript(bench, change, 'up');
  if (up !== undefined) return { ...end('up again', up), down };
  const again = await takeMoment(bench.superuserUrl);
  const differing = diffSnapshots(after.snapshot, again.snapshot, 'steady');
  // Rows that the way back lost are not there at the second up either.
  const lost = new Set(proof.lost.map(({ table }) => table));
  proof.upAgain = differing.filter((line) => {
    const table = /^[-+] rows of (.+): \d+/.exec(line)?.[1];
    return table === undefined || !lost.has(table);
  });

  const late = await downWithNewRows(start, proof, again);
  return { proof, stopped: late, down };
}
