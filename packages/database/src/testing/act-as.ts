/** In charge of acting as a role with the claims and headers that PostgREST would pass on. */
import pg from 'pg';

/** The claims of a JWT, such as `{ session_id: '…' }`. */
export type Claims = Record<string, unknown>;

/** The headers of a request, with lower-case names. */
export type Headers = Record<string, string>;

type Run<T> = (client: pg.Client) => Promise<T>;

/**
 * Runs a function in a transaction as a role, with `request.jwt.claims` and `request.headers` set,
 * and rolls it back.
 */
export interface ActAs {
  <T>(role: string, run: Run<T>): Promise<T>;
  <T>(role: string, claims: Claims | undefined, run: Run<T>): Promise<T>;
  <T>(
    role: string,
    claims: Claims | undefined,
    headers: Headers | undefined,
    run: Run<T>,
  ): Promise<T>;
}

/**
 * Makes the function for one database. Each call has a connection of its own, so nothing that a
 * function leaves behind reaches the next.
 *
 * @param superuserUrl A superuser may become any role, also one that was granted to nobody.
 */
export function actAs(superuserUrl: string): ActAs {
  return async <T>(role: string, ...rest: (Claims | Headers | Run<T> | undefined)[]) => {
    const run = rest.pop() as Run<T>;
    const [claims, headers] = rest;
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`set local role ${client.escapeIdentifier(role)}`);
      await set(client, 'request.jwt.claims', claims);
      await set(client, 'request.headers', headers);
      return await run(client);
    } finally {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    }
  };
}

async function set(client: pg.Client, name: string, value: unknown): Promise<void> {
  if (value === undefined) return;
  await client.query('select set_config($1, $2, true)', [name, JSON.stringify(value)]);
}
