/** In charge of `catb.conf`, the settings that catb gives the embedded PostgreSQL. */
import { EmbeddedError } from './embedded-error.ts';

/** The file in the cluster's folder that `postgresql.conf` includes. */
export const settingsFile = 'catb.conf';

/**
 * Sized for a small machine. Durability is PostgreSQL's own: what was committed survives.
 *
 * Nothing that a person wrote reaches the log: no statements, no parameters, and no errors either,
 * because PostgreSQL's messages quote the value that was wrong. The client gets them all.
 */
const defaults: Record<string, string> = {
  shared_buffers: '256MB',
  max_connections: '100',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  fsync: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'on',
  log_directory: '../log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/**
 * Writes the settings as a configuration file.
 *
 * @param extra Settings that are added or take a default's place.
 * @throws EmbeddedError `EMBEDDED_BAD_OPTIONS` when a name is none or a value has several lines.
 */
export function formatSettings(extra: Record<string, string> = {}): string {
  const lines = Object.entries({ ...defaults, ...extra }).map(([name, value]) => {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (!/^[a-z_][a-z0-9_.]*$/i.test(name) || /[\u0000-\u001f]/.test(value)) {
      throw new EmbeddedError({
        code: 'EMBEDDED_BAD_OPTIONS',
        message: `The setting ${JSON.stringify(name)} can not be written to a configuration file.`,
        hint: 'A name has letters, digits, points and underscores; a value stays on one line.',
      });
    }
    return `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  });
  return [
    '# Written at each start; a change of yours belongs in postgresql.auto.conf.',
    ...lines,
    '',
  ].join('\n');
}
