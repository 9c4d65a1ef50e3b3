/** In charge of the app: which endpoints there are, and what every request passes through. */
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Database, Settings } from '@catb/database';
import { createAdminAccess } from './admin/admin-access.ts';
import { getAnalyticsBudgetsEndpoint } from './analytics/get-analytics-budgets.ts';
import { listAnalyticsEndpoints } from './analytics/index.ts';
import { chatEndpoint } from './chat/chat.ts';
import type { TurnDependencies } from './chat/turn-dependencies.ts';
import { recordFeedbackEndpoint } from './feedback/record-feedback.ts';
import { healthReadyEndpoint } from './health/health-ready.ts';
import { healthEndpoint } from './health/health.ts';
import { metricsEndpoint } from './health/metrics.ts';
import { sessionHistoryEndpoint } from './history/session-history.ts';
import type { Endpoint } from './http/endpoint.ts';
import { limitRequests, limitSessions } from './http/limit-requests.ts';
import { logRequests } from './http/log-requests.ts';
import { mountEndpoint } from './http/mount-endpoint.ts';
import { readBody } from './http/read-body.ts';
import { giveRequestId } from './http/request-id.ts';
import { answerErrors, answerNotFound } from './http/send-error.ts';
import { serveDocument } from './openapi/serve-document.ts';
import { getPreferencesEndpoint } from './preferences/get-preferences.ts';
import { setPreferencesEndpoint } from './preferences/set-preferences.ts';
import { createSessionEndpoint } from './sessions/create-session.ts';
import { eraseSessionEndpoint } from './sessions/erase-session.ts';
import { exportSessionEndpoint } from './sessions/export-session.ts';
import { revokeSessionEndpoint } from './sessions/revoke-session.ts';
import { rotateSessionEndpoint } from './sessions/rotate-session.ts';

/** What the app is made from. */
export interface AppDependencies extends TurnDependencies {
  log: Logger;
  settings: Settings;
  version: string;
  /** As `catb_analyst`; null where the server has no address of that role. */
  analytics: Database | null;
  /** The folder of the built chat page and dashboard; left out, none is served. */
  webFolder?: string | undefined;
}

/** Every endpoint of the API, as the OpenAPI document lists them. */
export function listEndpoints(dependencies: AppDependencies): Endpoint[] {
  const { database, model, metrics, settings, triageRules, analytics } = dependencies;
  const access = createAdminAccess(database, settings);
  return [
    createSessionEndpoint(database),
    chatEndpoint(dependencies),
    sessionHistoryEndpoint(database, triageRules),
    recordFeedbackEndpoint(database),
    getPreferencesEndpoint(database),
    setPreferencesEndpoint(database),
    rotateSessionEndpoint(database),
    revokeSessionEndpoint(database),
    exportSessionEndpoint(database),
    eraseSessionEndpoint(database),
    healthEndpoint(model),
    healthReadyEndpoint(database),
    metricsEndpoint(metrics, access, settings.CATB_ADMIN_KEY === undefined),
    ...listAnalyticsEndpoints({ access, analytics }),
    getAnalyticsBudgetsEndpoint(database, access),
  ];
}

/** The app. */
export function createApp(dependencies: AppDependencies): Express {
  const { settings, log, version, webFolder } = dependencies;
  const endpoints = listEndpoints(dependencies);
  const app = express();
  app.set('trust proxy', settings.CATB_TRUST_PROXY);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(giveRequestId, logRequests(log), securityHeaders);
  serveDocument(app, endpoints, version);
  // `/dashboard` is `dashboard.html`.
  if (webFolder !== undefined)
    app.use(express.static(webFolder, { maxAge: '1 hour', extensions: ['html'] }));

  const perAddress = limitRequests(settings.CATB_REQUESTS_PER_MINUTE);
  const sessionsPerAddress = limitSessions(settings.CATB_SESSIONS_PER_HOUR);
  // Asked by machines, many times a minute: health costs nothing, and figures need a key, of which
  // each address may send few that are wrong.
  const unlimited = (endpoint: Endpoint) =>
    endpoint.tag === 'Health' || endpoint.access === 'admin';
  for (const endpoint of endpoints.filter(unlimited)) mountEndpoint(app, endpoint);
  if (perAddress) app.use(perAddress);
  if (sessionsPerAddress) app.post('/session/create', sessionsPerAddress);
  app.use(readBody);
  for (const endpoint of endpoints.filter((one) => !unlimited(one))) mountEndpoint(app, endpoint);
  app.use(answerNotFound, answerErrors);
  return app;
}

/** Nothing from elsewhere is loaded; the page is served over plain HTTP on loopback too. */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      upgradeInsecureRequests: null,
    },
  },
});
