/** In charge of a server of catb's on a given database, in a process of its own as a person starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CATB = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));
const LONGEST_WAIT_MS = 60_000;

/**
 * @param {string} ownerUrl
 * @returns {Promise<{ url: string, adminKey: string, stop: () => Promise<void> }>} the address with a slash at
 *   its end, once it is ready
 */
export async function startCatb(ownerUrl) {
  const port = await findFreePort();
  const adminKey = 'a-key-of-the-analytics-benchmark-only';
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: ownerUrl,
    CATB_ADMIN_KEY: adminKey,
    CATB_REQUESTS_PER_MINUTE: '0',
  };
  // The built-in guide answers: nothing is asked of any provider.
  for (const name of ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'OPENAI_BASE_URL']) delete env[name];
  const child = spawn(process.execPath, [CATB, 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = `http://127.0.0.1:${port}/`;
  for (const end = performance.now() + LONGEST_WAIT_MS; ;) {
    const answer = await fetch(`${url}health/ready`).catch(() => undefined);
    if (answer?.ok) return { url, adminKey, stop };
    if (performance.now() > end || child.exitCode !== null) {
      await stop();
      throw new Error(`catb start was not ready: ${complaints}`);
    }
    await sleep(50);
  }
}

/** @returns {Promise<number>} */
async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
