/** The whole backend as a process of its own, which tests can kill. Says in one line where it is. */
import { readSettings } from '@catb/database';
import { startBackend } from '../start-backend.ts';

/** What the line holds, as JSON. */
export interface Serving {
  url: string;
  /** Of the database, as its superuser; null where DATABASE_URL was given. */
  superuserUrl: string | null;
}

const backend = await startBackend({ settings: readSettings(), version: '0.0.0-test' });
const serving: Serving = {
  url: backend.server.url,
  superuserUrl: backend.database.embedded?.superuserUrl ?? null,
};
console.log(JSON.stringify(serving));
process.once('SIGTERM', () => {
  void backend.stop().then(() => process.exit(0));
});
