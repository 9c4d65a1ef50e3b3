/** `catb db`: the embedded PostgreSQL. */
import {
  CatbError,
  embeddedStatus,
  readSettings,
  startEmbedded,
  stopEmbedded,
} from '@catb/database';
import type { Command } from 'commander';
import { explain, type Explanation } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';

interface Options {
  json?: boolean;
}

/** Adds `db start`, `stop`, `status` and `url`. */
export function addDbCommand(program: Command): void {
  const db = program.command('db').description('start, stop and look at the embedded PostgreSQL');
  const add = (
    name: string,
    description: string,
    exits: Explanation['exits'] & object,
    run: (options: Options) => Promise<void>,
  ) =>
    explain(
      db
        .command(name)
        .description(description)
        .option('--json', 'print one JSON document, for programs')
        .action(run),
      { example: `catb db ${name}`, exits: { findings: null, ...exits } },
    );

  const cannotStart = { unreachable: 'it could not be started; the reason is printed' };
  add('start', 'start it, to run until `catb db stop`', cannotStart, async ({ json }) => {
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

  const isStopped = {
    fine: 'it is stopped, or will be once the processes that use it have ended',
    unreachable: 'it could not be stopped; the reason is printed',
  };
  add('stop', 'stop it, once nobody else uses it', isStopped, async ({ json }) => {
    const { stopped, heldBy } = await stopEmbedded(readSettings().CATB_DATA_DIR);
    if (json) console.log(JSON.stringify({ stopped, heldBy }));
    else if (heldBy.length > 0)
      console.log(`PostgreSQL stops once these processes have ended: ${heldBy.join(', ')}.`);
    else console.log(stopped ? 'PostgreSQL is stopped.' : 'PostgreSQL was not running.');
  });

  const runs = { fine: 'it runs', unreachable: 'it does not run' };
  add('status', 'say whether it runs', runs, async ({ json }) => {
    const { url: _, ...status } = await embeddedStatus(readSettings().CATB_DATA_DIR);
    if (json) console.log(JSON.stringify(status));
    else if (status.running)
      console.log(
        `PostgreSQL ${status.version} runs on port ${status.port} (process ${status.pid}).`,
      );
    else console.log('PostgreSQL is not running.');
    if (!status.running) process.exitCode = exitCodes.unreachable;
  });

  add('url', 'print its connection string, password included', runs, async ({ json }) => {
    const { running, url } = await embeddedStatus(readSettings().CATB_DATA_DIR);
    if (!running) {
      throw new CatbError({
        code: 'EMBEDDED_NOT_RUNNING',
        message: 'PostgreSQL is not running.',
        hint: 'Start it with: catb db start',
      });
    }
    console.log(json ? JSON.stringify({ url }) : url);
  });
}
