/** In charge of one contestant in a process of its own: does what `isolated-contestant.mjs` asks for. */
const [module, create] = process.argv.slice(2);
if (module === undefined || create === undefined || process.send === undefined) {
  throw new Error('This is started by the benchmark.');
}
const exported = await import(new URL(module, import.meta.url).href);
/** @type {import('./contestant.mjs').Contestant} */
const contestant = exported[create]();
/** @type {import('./contestant.mjs').Running | undefined} */
let running;

/** @returns {Promise<unknown>} */
async function run(/** @type {string} */ method, /** @type {any} */ argument) {
  if (method === 'prepare') return contestant.prepare(argument);
  if (method === 'countMessages') return contestant.countMessages();
  if (method === 'open') {
    running = await contestant.open(argument);
    return undefined;
  }
  return method === 'drive' ? running?.drive(argument) : running?.close();
}

process.on(
  'message',
  async (/** @type {{ id: number, method: string, argument: any }} */ asked) => {
    const { id, method, argument } = asked;
    try {
      process.send?.({ id, value: await run(method, argument) });
    } catch (error) {
      process.send?.({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
      });
    }
  },
);
// A contestant may have left a timer running.
process.on('disconnect', () => process.exit());
