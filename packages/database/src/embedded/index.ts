/** The embedded PostgreSQL: real binaries from npm, started, shared, watched and stopped. */
export { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.ts';
export type { EmbeddedMajor } from './platform.ts';
export { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from './start.ts';
export { embeddedStatus, type EmbeddedStatus } from './status.ts';
export { stopEmbedded } from './stop.ts';
export { withThrowAwayServer, type ThrowAwayOptions } from './throw-away-server.ts';
export type { WatchEvent } from './watch.ts';
