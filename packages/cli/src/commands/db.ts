/** `catb db`: the embedded PostgreSQL. */
import { embeddedStatus, readSettings, startEmbedded, stopEmbedded } from '@catb/database';
import type { Command } from 'commander';
import { exitCodes } from '../report-error.ts';

interface Options {
  json?: boolean;
}

/** Adds `db start`, `stop`, `status` and `url`. */
export function addDbCommand(program: Command): void {
  const db = program.command('db').description('start, stop and look at the embedded PostgreSQL');
  const add = (name: string, description: string, run: (options: Options) => Promise<void>) =>
    db.command(name).description(description).option('--json', 'for programs').action(run);

  add('start', 'start it, to run until `catb db stop`', async ({ json }) => {
    const { CATB_DATA_DIR: dataDir } = readSettings();
    const server = await startEmbedded({ dataDir, keepRunning: true });
    await server.stop();
    const { version, port, pid } = server;
    if (json) console.log(JSON.stringify({ running: true, version, port, pid }));
    else
      console.log(
        `PostgreSQL ${version} runs on port ${port} (process ${pid}). Stop it with: catb db stop`,
      );
  });

  add('stop', 'stop it, once nobody else uses it', async ({ json }) => {
    const { stopped } = await stopEmbedded(readSettings().CATB_DATA_DIR);
    if (json) console.log(JSON.stringify({ stopped }));
    else console.log(stopped ? 'PostgreSQL is stopped.' : 'PostgreSQL was not running.');
  });

  add('status', 'say whether it runs', async ({ json }) => {
    const { url: _, ...status } = await embeddedStatus(readSettings().CATB_DATA_DIR);
    if (json) console.log(JSON.stringify(status));
    else if (status.running)
      console.log(
        `PostgreSQL ${status.version} runs on port ${status.port} (process ${status.pid}).`,
      );
    else console.log('PostgreSQL is not running.');
    if (!status.running) process.exitCode = exitCodes.unreachable;
  });

  add('url', 'print its connection string, password included', async ({ json }) => {
    const status = await embeddedStatus(readSettings().CATB_DATA_DIR);
    if (!status.running) {
      console.error('catb: PostgreSQL is not running. Start it with: catb db start');
      process.exitCode = exitCodes.unreachable;
    } else console.log(json ? JSON.stringify({ url: status.url }) : status.url);
  });
}
