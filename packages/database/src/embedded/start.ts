/** In charge of starting the embedded PostgreSQL, or of joining the one that runs already. */
import path from 'node:path';
import { prepareDataFolder } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { ensureRunning, type RunningServer, type ServerRequest } from './ensure-running.ts';
import { addManualHolder } from './holders.ts';
import { withLock } from './lock.ts';
import { defaultMajor, type EmbeddedMajor } from './platform.ts';
import { hold, release, releaseLocked } from './release.ts';
import { installSignalHandlers } from './signals.ts';
import { connectionUrls } from './state.ts';
import { watchServer, type WatchEvent } from './watch.ts';

/** How to start. All but the folder can be left out. */
export interface EmbeddedOptions {
  /** The data folder; it is made when it is missing. */
  dataDir: string;
  /** The major for a new folder; 18 by default. An existing folder keeps its own. */
  major?: EmbeddedMajor;
  /** The TCP port; by default the one of the last time, or a random one. */
  port?: number;
  /** More settings for `postgresql.conf`. A server that runs already keeps those it has. */
  settings?: Record<string, string>;
  /** Whether to stop on SIGINT, SIGTERM and SIGHUP and then end the process; false by default. */
  signalHandlers?: boolean;
  /** Whether PostgreSQL goes on running when nobody holds it, until stopEmbedded; default false. */
  keepRunning?: boolean;
  /** Whether to start PostgreSQL again, on the same port, when it ends; false by default. */
  watch?: boolean;
  /** Is told what the watch sees. */
  onEvent?: (event: WatchEvent) => void;
}

/** A running PostgreSQL that this process holds. */
export interface EmbeddedPostgres {
  /** As the role `postgres`, to the database `catb`. Contains the password. */
  readonly url: string;
  /** As the superuser `supabase_admin`, to the database `catb`. Contains the password. */
  readonly superuserUrl: string;
  readonly major: number;
  /** Such as `18.4`. */
  readonly version: string;
  readonly port: number;
  /** PostgreSQL's process; another one after the watch has restarted it. */
  readonly pid: number;
  readonly dataDir: string;
  /** Whether it was running before this call. */
  readonly joined: boolean;
  /** Lets go, and stops PostgreSQL when nobody else holds it. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, on loopback only, with roles and a database as a new Supabase
 * project has them. All processes that start on the same folder share one server; the last one to
 * let go stops it, be it by stop() or by exiting.
 *
 * @throws EmbeddedError `EMBEDDED_…`, with details and a hint.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  checkPort(options.port);
  const dataDir = path.resolve(options.dataDir);
  const { major, port, settings } = options;
  const request: ServerRequest = { dataDir, major, port, settings };
  prepareDataFolder(dataDir, major ?? defaultMajor);

  if (options.signalHandlers) installSignalHandlers();
  const [server, mine] = await withLock(dataDir, async () => {
    // Held from the beginning, so that a process that is told to end meanwhile leaves none behind.
    const holding = hold(dataDir);
    try {
      const running = await ensureRunning(request);
      if (options.keepRunning) addManualHolder(dataDir);
      return [running, holding] as const;
    } catch (error) {
      await releaseLocked(holding);
      throw error;
    }
  });

  let pid = server.postmaster.pid;
  const follow = (restarted: RunningServer) => (pid = restarted.postmaster.pid);
  const watched = { ...request, port: server.state.port };
  const watch = options.watch ? watchServer(watched, pid, follow, options.onEvent) : undefined;
  let stopped: Promise<void> | undefined;
  return {
    ...connectionUrls(server.state),
    major: server.state.major,
    version: server.version,
    port: server.state.port,
    get pid() {
      return pid;
    },
    dataDir,
    joined: server.joined,
    stop: () => (stopped ??= (watch?.stop() ?? Promise.resolve()).then(() => release(mine))),
  };
}

function checkPort(port: number | undefined): void {
  if (port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65535)) return;
  throw new EmbeddedError({
    code: 'EMBEDDED_BAD_OPTIONS',
    message: `${port} is not a TCP port.`,
    hint: 'Give a whole number from 1 to 65535, or none for a free one.',
  });
}
