/** In charge of measuring bytes as they pass: how many, and their SHA-256. */
import { createHash } from 'node:crypto';

/** What has passed; `sha256` is known when all has. */
export interface Measured {
  bytes: number;
  sha256: string;
}

/** Lets content pass and measures it. */
export async function* meter(
  content: AsyncIterable<Buffer>,
  measured: Measured,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
    measured.bytes += chunk.length;
    yield chunk;
  }
  measured.sha256 = hash.digest('hex');
}

/** A measure before anything has passed. */
export const unmeasured = (): Measured => ({ bytes: 0, sha256: '' });
