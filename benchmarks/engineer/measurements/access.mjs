/** In charge of how long the access matrix takes. */
import { tryAccess } from '@catb/engineer';
import pg from 'pg';
import { bigSchema } from '../harness/big-schema.mjs';

const TABLES = 100;
const ROLES = ['anon', 'authenticated', 'service_role', 'clerk'];

/** Every table, each verb, four roles: every operation really tried on a throw-away copy. */
export async function measureAccess(
  /** @type {import('./measurement.mjs').Measurement} */ { server, report, quick },
) {
  const tables = quick ? 10 : TABLES;
  report.begin(`catb rls of ${tables} tables × ${ROLES.length} roles`);
  const url = await server.createDatabase('tried');
  const client = new pg.Client({ connectionString: server.asSuperuser(url) });
  await client.connect();
  await client.query(`create role clerk nologin; set role postgres; ${bigSchema(tables)}`);
  await client.query('reset role; grant usage on schema app to clerk, service_role');
  await client.query('grant select, delete on all tables in schema app to clerk, service_role');
  await client.end();
  const began = performance.now();
  const matrix = await tryAccess(url, { roles: ROLES, schemas: ['app'] });
  const value = (performance.now() - began) / 1000;
  report.add({ figure: `${tables} tables, ${ROLES.length} roles`, value, unit: 's', atMost: 60 });
  if (matrix.missing.length > 0)
    throw new Error(`Not copied: ${JSON.stringify(matrix.missing[0])}`);
}
