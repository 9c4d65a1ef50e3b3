/** Watches, from a second connection, who keeps a migration waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sql } from './sql.generated.ts';

interface BlockerRow {
  relation: string | null;
  pid: number;
  role: string | null;
  application: string | null;
  state: string | null;
  query_start: Date | null;
}

/** Who was in the way, when last seen. */
export interface Blockers {
  /** The relation that is waited for, where the lock is on one. */
  relation: string | undefined;
  /** One sentence for each server process. */
  processes: string[];
}

function describeProcess(row: BlockerRow): string {
  const facts = [
    row.role === null ? undefined : `role ${row.role}`,
    row.application === null || row.application === '' ? undefined : `"${row.application}"`,
    row.state === null ? undefined : row.state,
    row.query_start === null ? undefined : `last query began ${row.query_start.toISOString()}`,
  ].filter((fact) => fact !== undefined);
  return `process ${row.pid}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

async function look(client: pg.Client, pid: number): Promise<Blockers | undefined> {
  const { rows } = await client.query<BlockerRow>(sql.findBlockers, [pid]);
  if (rows.length === 0) return undefined;
  return {
    relation: rows.find((row) => row.relation !== null)?.relation ?? undefined,
    processes: rows.map(describeProcess),
  };
}

async function lookUntil(watch: BlockerWatch, stop: AbortSignal): Promise<void> {
  await sleep(watch.everyMs, undefined, { signal: stop });
  const client = new pg.Client({
    connectionString: watch.url,
    application_name: 'catb migrate watch',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    while (!stop.aborted) {
      const blockers = await look(client, watch.pid);
      if (blockers !== undefined) watch.found(blockers);
      await sleep(watch.everyMs, undefined, { signal: stop });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What to watch. */
export interface BlockerWatch {
  url: string;
  /** The server process that may be waiting. */
  pid: number;
  everyMs: number;
  /** Receives each finding. */
  found: (blockers: Blockers) => void;
}

/** Runs `work` and looks who blocks it. Opens no connection when it is done within `everyMs`. */
export async function watchBlockers<T>(watch: BlockerWatch, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  // To say who is in the way is a service; when it fails, the migration must not.
  const looking = lookUntil(watch, stop.signal).catch(() => undefined);
  try {
    return await work();
  } finally {
    stop.abort();
    await looking;
  }
}
