/** What tests of every package share: a database of one's own on a real PostgreSQL, and its vocabulary. */
export type { ActAs, Claims, Headers } from './act-as.ts';
export { sampleLine } from '../transfer/testing/sample-lines.ts';
export { connectAs } from './connect-as.ts';
export { ask } from './embedded-folder.ts';
export { converse, exampleCall, exampleReply, exampleTurn, openTurn } from './example-turn.ts';
export { storeLateSession, type LateSession } from './late-session.ts';
export { mustRefuse, permissionDenied } from './must-refuse.ts';
export { openServer } from './open-server.ts';
export type { ProvidedPostgres } from './provided.ts';
export { createRandom, type Random } from '../random.ts';
export { rowsMustMatch } from './rows-must-match.ts';
export { paidCall, priceModel, spend, standingOf } from './spend.ts';
export { evenHistory, storeHistory, type StoredMessage } from './store-history.ts';
export {
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database.ts';
export { watchProtocol, type WatchedProtocol } from './watch-protocol.ts';
