/** In charge of a real transaction pooler in front of a test database: pgbouncer, on loopback. */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseIdentity } from '../embedded/run-as.ts';
import { findFreePort } from '../embedded/port.ts';

/** Debian puts it where the path of an ordinary user does not lead. */
const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin'];

const executable = folders
  .filter((folder) => folder !== '')
  .map((folder) => path.join(folder, 'pgbouncer'))
  .find((file) => existsSync(file));

/** Whether tests can have one. */
export const hasPgbouncer = executable !== undefined;

/** What a title says where they can't. */
export const pgbouncerTitle = (title: string): string =>
  hasPgbouncer ? title : `${title} (skipped: no pgbouncer found; install the package pgbouncer)`;

/** A pooler that runs. */
export interface Pgbouncer {
  /** The same database and role, through the pooler, with the parameter that says so. */
  through(url: string): string;
  /** What it has written to its log. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts one in transaction mode.
 *
 * @param urls the addresses that may be reached through it, with their passwords; one server
 * @param poolSize server connections for each database and user
 */
export async function startPgbouncer(urls: string[], poolSize: number): Promise<Pgbouncer> {
  if (executable === undefined) throw new Error('There is no pgbouncer on this machine.');
  // It refuses to run as root.
  const identity = chooseIdentity([]);
  const folder = mkdtempSync(path.join(tmpdir(), 'catb-pgbouncer-'));
  const port = await findFreePort(0);
  const config = path.join(folder, 'pgbouncer.ini');
  const users = path.join(folder, 'users.txt');
  writeFileSync(users, urls.map(userLine).join(''));
  writeFileSync(config, settings(new URL(urls[0] ?? '').port, port, users, poolSize));
  for (const file of [folder, users, config]) {
    chmodSync(file, file === folder ? 0o700 : 0o600);
    if (identity) chownSync(file, identity.uid, identity.gid);
  }
  const child = spawn(executable, [config], { stdio: ['ignore', 'ignore', 'pipe'], ...identity });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let log = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('process up')) resolve();
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`pgbouncer did not start:\n${log}`)));
  });
  return {
    through(url) {
      const pooled = new URL(url);
      pooled.port = String(port);
      pooled.searchParams.set('pgbouncer', 'true');
      return pooled.href;
    },
    log: () => log,
    async stop() {
      child.kill('SIGINT');
      await ended;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With the password itself: that is how it can log in at the server as well, by SCRAM. */
function userLine(url: string): string {
  const { username, password } = new URL(url);
  const quoted = [username, password].map(
    (part) => `"${decodeURIComponent(part).replaceAll('"', '""')}"`,
  );
  return `${quoted.join(' ')}\n`;
}

/** As it is installed, but for the pool; what a client may send at its start is not widened. */
function settings(serverPort: string, port: number, users: string, poolSize: number): string {
  return `[databases]
* = host=127.0.0.1 port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
`;
}
