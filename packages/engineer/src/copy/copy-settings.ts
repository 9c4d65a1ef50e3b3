/** In charge of the settings that roles and the database carry with them. */
import type pg from 'pg';
import type { SettingsFacts } from './read-cluster.ts';
import type { MissingObject } from './schema-copy.ts';

/** A library that this server lacks would let nobody connect any more. */
const loadsLibrary = /^(session|local)_preload_libraries=/;

/**
 * Writes them where `alter … set` would, value by value as they are: a value that is a list can't be
 * quoted without knowing that it is one.
 *
 * @returns those that would load a library
 */
export async function copySettings(
  client: pg.ClientBase,
  facts: readonly SettingsFacts[],
): Promise<MissingObject[]> {
  const missing: MissingObject[] = [];
  for (const { role, everyRole, inDatabase, settings } of facts) {
    const kept = settings.filter((setting) => !loadsLibrary.test(setting));
    missing.push(
      ...settings
        .filter((setting) => loadsLibrary.test(setting))
        .map((setting) => ({
          object: `setting ${setting.split('=')[0]} of ${everyRole ? 'the database' : `role ${role}`}`,
          reason: 'the throw-away server may lack the library',
        })),
    );
    if (kept.length === 0) continue;
    await client.query(
      `insert into pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
       select case when $1 then d.oid else 0 end, case when $2 then 0 else $3::text::pg_catalog.regrole end, $4
       from pg_catalog.pg_database as d
       where d.datname = pg_catalog.current_database()`,
      [inDatabase, everyRole, everyRole ? '0' : role, kept],
    );
  }
  return missing;
}
