/**
 * In charge of a contestant that has a process to itself, as a server has: what one of them switches on
 * for the whole process (LangChain's and Mastra's tracing of asynchronous calls makes every promise
 * dearer) is not the others' burden. Asks `contestant-process.mjs` over the process's channel.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('contestant-process.mjs', import.meta.url));

/**
 * @param {{ name: string, module: string, create: string }} entry what to import, and what it exports
 * @returns {import('./contestant.mjs').Contestant & { end: () => void }}
 */
export function isolate({ name, module, create }) {
  const child = fork(PROCESS, [module, create], { serialization: 'advanced' });
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let asked = 0;
  child.on('message', (/** @type {{ id: number, value?: unknown, error?: string }} */ answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) asker?.resolve(answer.value);
    else asker?.reject(new Error(`${name}: ${answer.error}`));
  });
  child.on('exit', (status, signal) => {
    const error = new Error(`The process of ${name} ended with ${signal ?? status}.`);
    for (const { reject } of waiting.values()) reject(error);
  });
  const ask = (/** @type {string} */ method, /** @type {unknown} */ argument) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1);
      waiting.set(id, { resolve, reject });
      child.send({ id, method, argument });
    });

  return {
    name,
    prepare: (preparation) => /** @type {Promise<void>} */ (ask('prepare', preparation)),
    open: async (connections) => {
      await ask('open', connections);
      return {
        drive: (bounds) =>
          /** @type {Promise<import('./drive-connections.mjs').Driven>} */ (ask('drive', bounds)),
        close: () => /** @type {Promise<void>} */ (ask('close', undefined)),
      };
    },
    countMessages: () => /** @type {Promise<number>} */ (ask('countMessages', undefined)),
    end: () => child.disconnect(),
  };
}
