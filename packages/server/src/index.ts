/** The API of catb: sessions, chat, history, feedback, preferences and health, on Express. */
export { createApp, listEndpoints, type AppDependencies } from './app.ts';
export { chooseModel, ModelError, type Model } from './models/index.ts';
export { openApiDocument } from './openapi/openapi-document.ts';
export {
  replayConversations,
  type ReplayOptions,
  type ReplayProgress,
  type ReplayReport,
} from './replay/index.ts';
export { startBackend, type RunningBackend } from './start-backend.ts';
export { startServer, type RunningServer, type ServerOptions } from './start-server.ts';
