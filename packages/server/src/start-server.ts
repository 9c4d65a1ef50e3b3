/** In charge of a running server: listening, what goes on beside the requests, and a stop that loses nothing. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadEncoding, openDatabase, type Database, type Settings } from '@catb/database';
import { pino, type Logger } from 'pino';
import { keepRollups } from './analytics/keep-rollups.ts';
import { createApp } from './app.ts';
import type { Webhook } from './budgets/post-webhook.ts';
import { startBudgetWatch } from './budgets/start-budget-watch.ts';
import { createBackgroundJobs } from './chat/background-jobs.ts';
import { startSweep } from './chat/start-sweep.ts';
import { createTurnMetrics } from './health/turn-metrics.ts';
import { describeError } from './http/log-requests.ts';
import { chooseModel, type Model } from './models/index.ts';
import { createTriageRulesCache } from './triage/triage-rules-cache.ts';

/** What a server is started with. */
export interface ServerOptions {
  settings: Settings;
  /** Where it connects as `catb_server`; see `prepareServerRole`. */
  databaseUrl: string;
  /** Where it connects as `catb_analyst`; left out or null, `/analytics` answers 503. */
  analystDatabaseUrl?: string | null;
  version: string;
  /** The folder of the built chat page and dashboard. */
  webFolder?: string | undefined;
  /** Default: the one that the settings choose. */
  model?: Model;
  /** Default: JSON lines on standard error. */
  log?: Logger;
}

/** A server that listens. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  model: Model;
  /** Takes no more requests, lets turns under way end for ten seconds, then cuts them off, stored. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/** Starts a server and resolves when it listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings, databaseUrl } = options;
  const log = options.log ?? pino({ level: settings.CATB_LOG_LEVEL }, pino.destination(2));
  const model = options.model ?? chooseModel(settings);
  const database = openDatabase({
    url: databaseUrl,
    max: settings.CATB_POOL_SIZE,
    applicationName: 'catb-server',
    onConnectionLost: (error) => log.warn({ error: describeError(error) }, 'connection lost'),
  });
  const analytics = options.analystDatabaseUrl
    ? openAnalytics(options.analystDatabaseUrl, log)
    : null;
  const jobs = createBackgroundJobs(log);
  const triageRules = createTriageRulesCache(database, (refused) =>
    log.error(
      { rules: refused.map(({ name }) => name) },
      'triage rules are malformed: their last good version is used',
    ),
  );
  const sweep = startSweep({ database, databaseUrl, log });
  const rollups = keepRollups({ database, log });
  const budgetWatch = startBudgetWatch({ database, webhook: budgetWebhook(settings), log });
  const app = createApp({
    database,
    model,
    triageRules,
    metrics: createTurnMetrics(database),
    jobs,
    log,
    settings,
    analytics,
    version: options.version,
    webFolder: options.webFolder,
  });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app);
  try {
    await listen(server, settings.PORT, settings.CATB_HOST);
    await triageRules.current();
    // Takes half a second, which the first person would wait for.
    loadEncoding();
  } catch (error) {
    await closeServer(server);
    await budgetWatch.stop();
    await sweep.stop();
    await rollups.stop();
    await analytics?.close();
    await database.close();
    throw error;
  }
  return {
    url: urlOf(server, settings.CATB_HOST),
    model,
    async stop() {
      await closeServer(server);
      await jobs.stop();
      await budgetWatch.stop();
      await sweep.stop();
      await rollups.stop();
      await analytics?.close();
      await database.close();
    },
  };
}

/** Few connections, so that figures never take the database from those who talk to Mu. */
function openAnalytics(url: string, log: Logger): Database {
  return openDatabase({
    url,
    max: 4,
    statementTimeoutMs: 10_000,
    readOnly: true,
    applicationName: 'catb-analytics',
    onConnectionLost: (error) => log.warn({ error: describeError(error) }, 'connection lost'),
  });
}

function budgetWebhook(settings: Settings): Webhook | null {
  const { CATB_BUDGET_WEBHOOK_URL: url, CATB_BUDGET_WEBHOOK_SECRET: secret } = settings;
  return url === undefined ? null : { url, secret };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    // What is cut off counts as a client that hung up: the turn is stored as aborted.
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
