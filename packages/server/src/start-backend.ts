/** In charge of the whole backend in one process: the database, its migrations, prices, and the server. */
import {
  CatbError,
  isServerRoleUrl,
  migrateUp,
  prepareAnalystRole,
  prepareServerRole,
  resolveDatabase,
  type ResolvedDatabase,
} from '@catb/database';
import { syncPrices } from '@catb/database/prices';
import { pino, type Logger } from 'pino';
import { describeGreeting } from './describe-greeting.ts';
import { chooseModel } from './models/index.ts';
import { startServer, type RunningServer, type ServerOptions } from './start-server.ts';

/** A backend that runs. */
export interface RunningBackend {
  server: RunningServer;
  database: ResolvedDatabase;
  /** What a person wants to know first: addresses, the connection string, and who answers. */
  greeting: string;
  /** Stops the server, then lets PostgreSQL go. */
  stop(): Promise<void>;
}

/**
 * Starts everything that is missing.
 *
 * @throws CatbError or ModelError, each with what to do about it
 */
export async function startBackend(
  options: Omit<ServerOptions, 'databaseUrl' | 'analystDatabaseUrl'>,
): Promise<RunningBackend> {
  const { settings } = options;
  const log = options.log ?? pino({ level: settings.CATB_LOG_LEVEL }, pino.destination(2));
  const model = options.model ?? chooseModel(settings);
  const database = await resolveDatabase(settings, undefined, {
    watch: true,
    onEvent: (event) => log.warn({ event }, 'embedded PostgreSQL'),
  });
  try {
    if (!isServerRoleUrl(database.url)) {
      await migrateUp({ url: database.url, ignoreUnknown: database.embedded === null });
      // The offline guide has its price from the migrations; without one a cost is unknown, never zero.
      if (!model.isOffline) {
        await syncPrices({ url: database.url, provider: model.provider, model: model.name });
      }
    }
    const databaseUrl = await prepareServerRole(database.url);
    const analystDatabaseUrl = await findAnalyst(database.url, settings, log);
    const server = await startServer({ ...options, log, model, databaseUrl, analystDatabaseUrl });
    return {
      server,
      database,
      greeting: describeGreeting(server, database),
      async stop() {
        await server.stop();
        await database.release();
      },
    };
  } catch (error) {
    await database.release();
    throw error;
  }
}

/** A server without figures still answers people: where the role can't be prepared, the log says why. */
async function findAnalyst(
  databaseUrl: string,
  settings: ServerOptions['settings'],
  log: Logger,
): Promise<string | null> {
  try {
    return await prepareAnalystRole(databaseUrl, settings);
  } catch (error) {
    if (!(error instanceof CatbError) || error.code !== 'DATABASE_ROLE_UNUSABLE') throw error;
    const { message, hint } = error;
    log.warn({ code: error.code, reason: message, hint }, 'no analytics');
    return null;
  }
}
