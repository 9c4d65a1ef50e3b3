/** In charge of a server of one's own for a test file: a clone database, a real server, and its logs. */
import { prepareAnalystRole, prepareServerRole, readSettings, type Settings } from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { pino } from 'pino';
import { chooseModel } from '../models/index.ts';
import { startServer } from '../start-server.ts';
import type { ProviderScript } from './provider-behaviour.ts';
import { startProviderServer, type ProviderServer } from './provider-server.ts';
import { createTestClient, type TestClient } from './test-client.ts';

/** What a test can choose. */
export interface TestServerOptions {
  /** Settings that differ from the defaults; limits are off unless given. */
  settings?: Partial<Settings>;
  /** With it Mu answers through a stand-in for a provider; without, from the offline guide. */
  provider?: ProviderScript;
  /** A database made before, to put a second server on it. */
  database?: TestDatabase;
  /** The folder of the built pages; left out, none is served. */
  webFolder?: string;
}

/** A server on a database of its own. */
export interface TestServer extends TestClient {
  url: string;
  database: TestDatabase;
  /** Present when `provider` was given. */
  provider: ProviderServer | null;
  /** Every line that was logged. */
  logLines: string[];
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase());
  const provider =
    options.provider === undefined
      ? null
      : await startProviderServer({ protocol: 'openai', behaviour: options.provider });
  const settings: Settings = {
    ...readSettings({}),
    PORT: 0,
    CATB_TURNS_PER_MINUTE: 0,
    CATB_REQUESTS_PER_MINUTE: 0,
    CATB_SESSIONS_PER_HOUR: 0,
    ...(provider === null ? {} : { OPENAI_BASE_URL: provider.url }),
    ...options.settings,
  };
  const logLines: string[] = [];
  const server = await startServer({
    settings,
    databaseUrl: await prepareServerRole(database.url),
    analystDatabaseUrl: await prepareAnalystRole(database.url, settings),
    version: '0.0.0-test',
    webFolder: options.webFolder,
    log: pino({ level: 'debug' }, { write: (line: string) => logLines.push(line) }),
    model: chooseModel(settings, {
      retry: { attempts: 2, baseMs: 10, capMs: 20 },
      silenceMs: 2_000,
    }),
  });
  return {
    ...createTestClient(server.url),
    url: server.url,
    database,
    provider,
    logLines,
    async stop() {
      await server.stop();
      await provider?.close();
      if (options.database === undefined) await database.drop();
    },
  };
}
