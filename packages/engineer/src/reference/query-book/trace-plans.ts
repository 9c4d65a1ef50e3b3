/** In charge of what PostgreSQL really runs when the backend sends a statement: auto_explain tells. */
import type { Database } from '@catb/database';
import pg from 'pg';
import type { PlanNode } from './plan-tree.ts';

/** A statement as it ran: the one that was sent, or one inside a function that it called. */
export interface TracedStatement {
  text: string;
  plan: PlanNode;
}

/** A connection that tells what it runs. */
export interface Trace {
  database: Database;
  /** What ran since the last call; what was sent comes last. */
  take(): TracedStatement[];
}

/** `generic`: planned once for any value, as functions on a busy connection are; `custom`: for each. */
export type PlanMode = 'generic' | 'custom';

/**
 * Hands over a connection as a role, each of whose statements is explained, and closes it.
 *
 * @param url as a superuser, who alone may load auto_explain
 */
export async function withTrace<T>(
  url: string,
  role: string,
  mode: PlanMode,
  run: (trace: Trace) => Promise<T>,
): Promise<T> {
  const traced: TracedStatement[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  pool.on('connect', (client) => {
    client.on('notice', ({ message }) => traced.push(...parseNotice(message ?? '')));
  });
  try {
    await pool.query(
      `load 'auto_explain';
       set auto_explain.log_min_duration = 0;
       set auto_explain.log_nested_statements = on;
       set auto_explain.log_analyze = on;
       set auto_explain.log_buffers = on;
       set auto_explain.log_timing = off;
       set auto_explain.log_format = 'json';
       set auto_explain.log_level = 'log';
       set plan_cache_mode = 'force_${mode}_plan';
       set jit = off;
       set max_parallel_workers_per_gather = 0;
       set client_min_messages = 'log'`,
    );
    await pool.query(`set session authorization ${pg.escapeIdentifier(role)}`);
    return await run({
      database: { pool, preparesStatements: true, close: () => Promise.resolve() },
      take: () => traced.splice(0),
    });
  } finally {
    await pool.end();
  }
}

function parseNotice(message: string): TracedStatement[] {
  const [, json] = /^duration: .+? plan:\n([\s\S]+)$/.exec(message) ?? [];
  if (json === undefined) return [];
  const told = JSON.parse(json) as { 'Query Text': string; Plan: PlanNode };
  return [{ text: told['Query Text'], plan: told.Plan }];
}
