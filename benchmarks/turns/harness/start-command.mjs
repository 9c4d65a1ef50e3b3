/** In charge of running `npm start` and of being the first to chat with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LONGEST_WAIT_MS = 60_000;

/**
 * @param {string} dataDir catb's data folder, empty or with what an earlier start left
 * @returns {Promise<number>} seconds from `npm start` to the reply
 */
export async function startToFirstChat(dataDir) {
  const port = await findFreePort();
  const env = { ...process.env, PORT: String(port), CATB_DATA_DIR: dataDir };
  // The built-in guide answers: a model's time is not catb's.
  for (const name of ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'DATABASE_URL']) {
    delete env[name];
  }
  const start = performance.now();
  // A process group of its own, so that a signal reaches npm and all that it started, as Ctrl-C does.
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close');
  try {
    await chatOnce(`http://127.0.0.1:${port}`, () => child.exitCode === null);
    return (performance.now() - start) / 1000;
  } catch (cause) {
    throw new Error(`npm start gave no answer to a chat; it printed: ${output}`, { cause });
  } finally {
    await stop(/** @type {number} */ (child.pid), ended);
  }
}

/** Creates a session and says something, as soon as somebody listens. */
async function chatOnce(/** @type {string} */ base, /** @type {() => boolean} */ isAlive) {
  const post = async (/** @type {string} */ path, /** @type {object} */ body, headers = {}) => {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}.`);
    return /** @type {Record<string, unknown>} */ (await response.json());
  };
  const { sessionToken } = await retryUntilReady(() => post('/session/create', {}), isAlive);
  const { reply } = await post(
    '/chat',
    { message: 'My cat has been sneezing since yesterday.' },
    { authorization: `Bearer ${sessionToken}` },
  );
  if (typeof reply !== 'string' || reply.trim() === '') throw new Error('The reply is empty.');
}

/**
 * @template T
 * @param {() => Promise<T>} request
 * @param {() => boolean} isAlive
 * @returns {Promise<T>}
 */
async function retryUntilReady(request, isAlive) {
  for (const end = performance.now() + LONGEST_WAIT_MS; ;) {
    try {
      return await request();
    } catch (error) {
      if (performance.now() > end || !isAlive()) throw error;
      await sleep(20);
    }
  }
}

/** Ends the group as Ctrl-C does, and for good when it does not go by itself. */
async function stop(/** @type {number} */ group, /** @type {Promise<unknown>} */ ended) {
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-group, name);
    } catch {
      // It has ended by itself.
    }
  };
  signal('SIGINT');
  const gone = await Promise.race([ended.then(() => true), sleep(20_000, false)]);
  if (!gone) signal('SIGKILL');
  await ended;
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
