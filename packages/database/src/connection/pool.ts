/** In charge of the connections that operations run on. */
import pg from 'pg';
import { poolerOf } from './pooler.ts';

/** Connections to one database as one role. */
export interface Database {
  readonly pool: pg.Pool;
  /** False behind a transaction pooler, where a statement prepared on one backend runs on another. */
  readonly preparesStatements: boolean;
  /** Waits for what is running and closes every connection. */
  close(): Promise<void>;
}

/** How to connect. */
export interface DatabaseOptions {
  url: string;
  /** Connections at most; default 10. */
  max?: number;
  /** Milliseconds after which a statement is cancelled; default 15,000. Not sent through a pooler. */
  statementTimeoutMs?: number;
  /** Refuses what writes, unless a statement asks for it; default false. Not sent through a pooler. */
  readOnly?: boolean;
  /** Milliseconds to wait for a connection; default 10,000. */
  connectionTimeoutMs?: number;
  /** Shown in pg_stat_activity; default `catb`. */
  applicationName?: string;
  /** Is told when an idle connection is lost; the pool replaces it by itself. */
  onConnectionLost?: (error: Error) => void;
}

/**
 * Opens a pool. Nothing connects before the first statement; a restart of PostgreSQL costs the
 * statements that were running and no restart here.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pooler = poolerOf(options.url);
  const pool = new pg.Pool({
    connectionString: pooler.url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
    application_name: options.applicationName ?? 'catb',
    keepAlive: true,
    // The first turn on a new connection takes three times as long: a handshake, functions to compile
    // and statements to plan. After ten seconds, the driver's default, most people would pay for it.
    idleTimeoutMillis: 300_000,
    ...(pooler.isTransactionPooler
      ? {}
      : {
          statement_timeout: options.statementTimeoutMs ?? 15_000,
          ...(options.readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
        }),
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) => options.onConnectionLost?.(error));
  return {
    pool,
    preparesStatements: !pooler.isTransactionPooler,
    close: () => pool.end(),
  };
}
