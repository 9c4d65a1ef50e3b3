/** In charge of the throw-away server of a test file, with the shop on it. */
import { withThrowAwayServer, type EmbeddedPostgres } from '@catb/database';
import { makeShop } from './prove-on-shop.ts';

/** A server that is there until it is closed. */
export interface OpenShop {
  server: EmbeddedPostgres;
  close(): Promise<void>;
}

/** Starts it and makes the shop. Its roles are its own, which those of the tests' server are not. */
export async function openShop(major = 18): Promise<OpenShop> {
  let release: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();
  const server = await new Promise<EmbeddedPostgres>((ready, failed) => {
    running = withThrowAwayServer({ major }, async (started) => {
      await makeShop(started);
      ready(started);
      await new Promise<void>((resolve) => (release = resolve));
    });
    running.catch(failed);
  });
  return {
    server,
    async close() {
      release();
      await running;
    },
  };
}
