/** In charge of compressing: gzip, which every machine can undo. */
import { pipeline } from 'node:stream';
import { Readable } from 'node:stream';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { Step } from './encryption.ts';

/** What goes to zlib's thread at once, in bytes: smaller ones cost more in passing than in work. */
const blockBytes = 256 * 1024;

/** gzip at its fastest: it runs in a thread beside the COPY, and must not be what is waited for. */
export const compress: Step = (content) =>
  pipeline(
    Readable.from(gather(content), { highWaterMark: 2 }),
    createGzip({ level: constants.Z_BEST_SPEED, chunkSize: blockBytes }),
    () => undefined,
  );

/** The way back. */
export const decompress: Step = (content) =>
  pipeline(
    Readable.from(content, { highWaterMark: 2 }),
    createGunzip({ chunkSize: blockBytes }),
    () => undefined,
  );

async function* gather(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size === 0 && chunk.length >= blockBytes) {
      yield chunk;
      continue;
    }
    chunks.push(chunk);
    size += chunk.length;
    if (size < blockBytes) continue;
    yield Buffer.concat(chunks);
    [chunks, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(chunks);
}
