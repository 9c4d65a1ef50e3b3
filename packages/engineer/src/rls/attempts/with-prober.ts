/** In charge of the role that tries, and of the functions it tries with: both are gone afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { RoleFacts } from '../catalog/facts.ts';
import { Prober } from './prober.ts';
import { sql } from './sql.generated.ts';

const schema = 'catb_attempts';

/**
 * Makes the schema of the attempts and a role that may become each of `roles` and nothing else, hands
 * a prober to `run`, and removes both.
 *
 * @param superuser connected to the throw-away copy
 * @param url of the same
 * @param timeoutMs for each attempt
 */
export async function withProber<T>(
  superuser: pg.ClientBase,
  url: string,
  { roles, timeoutMs }: { roles: readonly RoleFacts[]; timeoutMs: number },
  run: (prober: Prober) => Promise<T>,
): Promise<T> {
  const name = `catb_prober_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(18).toString('base64url');
  const proberUrl = new URL(url);
  proberUrl.username = name;
  proberUrl.password = password;
  const { rows } = await superuser.query<{ version: number; database: string }>(
    `select pg_catalog.current_setting('server_version_num')::integer as version,
        pg_catalog.current_database() as database`,
  );
  const { version, database } = rows[0] ?? { version: 0, database: '' };
  const how = version >= 160_000 ? ' with inherit false, set true' : '';
  await superuser.query(
    [
      `create role ${name} login noinherit password '${password}'`,
      ...roles.map((role) => `grant ${pg.escapeIdentifier(role.name)} to ${name}${how}`),
      `grant connect on database ${pg.escapeIdentifier(database)} to ${name}`,
      sql.prepareAttempts,
      `grant usage on schema ${schema} to ${name}`,
      `grant execute on all functions in schema ${schema} to ${name}`,
    ].join(';\n'),
  );
  const prober = new Prober(superuser, proberUrl.href, timeoutMs);
  try {
    return await run(prober);
  } finally {
    await prober.close();
    await superuser.query(
      `drop schema ${schema} cascade; drop owned by ${name}; drop role ${name}`,
    );
  }
}
