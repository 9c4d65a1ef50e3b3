/** In charge of finding out, by trying, who has to wait while a migration holds its locks. */
import pg from 'pg';
import type { TriedTraffic } from './proof.ts';

/** How long an attempt waits before it counts as held up, in milliseconds. */
const patienceMs = 15;

const lockNotAvailable = '55P03';

/** Tries to use tables from a connection of its own, as traffic would. */
export class Traffic {
  readonly #client: pg.Client;

  /** @param superuserUrl so that neither grants nor policies stand in the way */
  constructor(superuserUrl: string) {
    this.#client = new pg.Client({
      connectionString: superuserUrl,
      application_name: 'catb prove traffic',
      // No trigger may do anything: only the locks are tried.
      options: `-c lock_timeout=${patienceMs} -c session_replication_role=replica`,
    });
    this.#client.on('error', () => undefined);
  }

  async open(): Promise<void> {
    await this.#client.connect();
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  /**
   * Tries a table, or only to read where that is all that can be done with it.
   *
   * @param table quoted and schema-qualified, as it was named before the migration
   * @param kind as in `pg_class.relkind`
   * @returns null when PostgreSQL refuses to try, as on a foreign table whose server is away
   */
  async try(table: string, kind: string): Promise<TriedTraffic | null> {
    try {
      return await this.#try(table, kind);
    } catch (error) {
      if (error instanceof pg.DatabaseError) return null;
      throw error;
    }
  }

  async #try(table: string, kind: string): Promise<TriedTraffic> {
    const reads = await this.#waits(`select from ${table} limit 1`);
    if (kind !== 'r' && kind !== 'p') {
      const unknown = { writes: false, references: false, maintenance: false, lockedRows: null };
      return { table, reads, ...unknown };
    }
    const writes = await this.#waits(`delete from ${table} where false`);
    const references = await this.#waits(`select from ${table} where false for key share`);
    const maintenance = await this.#waits(`lock table ${table} in share update exclusive mode`);
    const lockedRows = references ? null : await this.#countLockedRows(table);
    return { table, reads, writes, references, maintenance, lockedRows };
  }

  async #waits(statement: string): Promise<boolean> {
    try {
      await this.#client.query(`begin; ${statement}; rollback`);
      return false;
    } catch (error) {
      await this.#client.query('rollback');
      if (error instanceof pg.DatabaseError && error.code === lockNotAvailable) return true;
      throw error;
    }
  }

  async #countLockedRows(table: string): Promise<{ locked: number; of: number } | null> {
    await this.#client.query('begin isolation level repeatable read');
    try {
      const all = await this.#count(`select 1 from ${table}`);
      const free = await this.#count(`select 1 from ${table} for no key update skip locked`);
      return { locked: all - free, of: all };
    } catch {
      // Rows that were locked in between: the count is a service, the attempts above are the proof.
      return null;
    } finally {
      await this.#client.query('rollback');
    }
  }

  async #count(query: string): Promise<number> {
    const counted = `with rows as (${query}) select pg_catalog.count(*)::integer as count from rows`;
    const { rows } = await this.#client.query<{ count: number }>(counted);
    return rows[0]?.count ?? 0;
  }
}
