/** In charge of making attempts, many to a message, each taken back, on a connection that may break. */
import pg from 'pg';
import type { Attempt, AttemptResult, Circumstances } from './attempt.ts';
import { CopyMessage, type CopyOutcome } from './run-copy.ts';
import { runMessage } from './run-message.ts';

const schema = 'catb_attempts';
/** So much longer than the attempts may take a message may. */
const graceMs = 1_000;

/** One `copy` to try. */
export interface CopyAttempt {
  role: string;
  settings: ReadonlyMap<string, string>;
  statement: string;
  line?: string;
  hidden?: readonly number[];
}

/** Makes attempts on a throw-away copy. */
export class Prober {
  readonly #superuser: pg.ClientBase;
  readonly #url: string;
  readonly #timeoutMs: number;
  #client: pg.Client | undefined;
  /** Statements tried so far. */
  count = 0;

  constructor(superuser: pg.ClientBase, url: string, timeoutMs: number) {
    this.#superuser = superuser;
    this.#url = url;
    this.#timeoutMs = timeoutMs;
  }

  /** Milliseconds an attempt may take. */
  get timeoutMs(): number {
    return this.#timeoutMs;
  }

  /** Tries each under the circumstances; the results are in the order of the attempts. */
  async run(
    circumstances: Circumstances,
    attempts: readonly Attempt[],
    size = 100,
  ): Promise<AttemptResult[]> {
    const results: AttemptResult[] = [];
    while (results.length < attempts.length) {
      const batch = attempts.slice(results.length, results.length + size);
      const text = messageOf(circumstances, batch);
      const deadline = this.#timeoutMs * (Math.min(batch.length, 20) + 1) + graceMs;
      const { rows, failure } = await this.#send(text, deadline);
      results.push(...rows);
      this.count += rows.length;
      // What ended the message or the connection is what the first attempt without a result did.
      if (failure !== undefined && rows.length < batch.length) {
        results.push(failure);
        this.count += 1;
      }
    }
    return results;
  }

  /** Tries one `copy`; with `line` it is copied in, while the witnesses in `hidden` are not there. */
  async copy(what: CopyAttempt): Promise<CopyOutcome> {
    const hide = what.hidden ? `select ${schema}.hide('{${what.hidden.join(',')}}');` : '';
    const text = [
      ...openMessage(what.settings),
      hide,
      `set local role ${pg.escapeIdentifier(what.role)};`,
      `${what.statement};`,
      'rollback',
    ].join('\n');
    const client = (this.#client ??= await this.#connect());
    const watch = this.#watch(client, this.#timeoutMs + graceMs);
    const outcome = await client.query(new CopyMessage(text, what.line)).done;
    clearTimeout(watch);
    this.count += 1;
    if (outcome.error !== undefined) await this.#recover(client, outcome.error.sqlstate);
    return outcome;
  }

  async #send(
    text: string,
    deadline: number,
  ): Promise<{ rows: AttemptResult[]; failure: AttemptResult | undefined }> {
    const client = (this.#client ??= await this.#connect());
    const watch = this.#watch(client, deadline);
    const { values, error } = await runMessage(client, text, 'attempt');
    clearTimeout(watch);
    const rows = values.map((value) => JSON.parse(value) as AttemptResult);
    if (error === undefined) return { rows, failure: undefined };
    await this.#recover(client, error.sqlstate);
    return { rows, failure: error };
  }

  /** Ends a connection that does not answer: some function may not let itself be cancelled. */
  #watch(client: pg.Client, deadline: number): NodeJS.Timeout {
    return setTimeout(() => {
      void this.#superuser.query('select pg_catalog.pg_terminate_backend($1)', [pidOf(client)]);
    }, deadline);
  }

  async #recover(client: pg.Client, sqlstate: string): Promise<void> {
    if (/^(57P|08)|^$/.test(sqlstate)) {
      this.#client = undefined;
      await client.end().catch(() => undefined);
    } else {
      await client.query('rollback');
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'catb rls',
      options: `-c statement_timeout=${this.#timeoutMs} -c lock_timeout=${this.#timeoutMs}`,
    });
    // The loss of the connection is reported by the query that was running.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Closes the connection. */
  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
  }
}

function messageOf(
  { role, settings, hiddenTenants }: Circumstances,
  batch: readonly Attempt[],
): string {
  const hide =
    hiddenTenants.length === 0
      ? ''
      : `select ${schema}.hide_tenants('{${hiddenTenants.join(',')}}');`;
  const tries = batch.map((attempt) => {
    const { kind, statement, hidden, unlinked, watched, relation, condition, countsAdded } =
      attempt;
    const what = { role, kind, statement, hidden, unlinked, watched, relation, condition };
    const json = pg.escapeLiteral(
      JSON.stringify(countsAdded ? { ...what, counts_added: true } : what),
    );
    return `select ${schema}.try(${json})::text as attempt;`;
  });
  return [...openMessage(settings), hide, ...tries, 'rollback'].join('\n');
}

/** A transaction with the settings of a request. */
function openMessage(settings: ReadonlyMap<string, string>): string[] {
  const set = [...settings].map(
    ([name, value]) =>
      `select pg_catalog.set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true);`,
  );
  return ['begin;', ...set];
}

/** A client's process on the server. */
function pidOf(client: pg.Client): number {
  return (client as pg.Client & { processID: number }).processID;
}
