/** In charge of choosing the TCP port on loopback. */
import { createServer } from 'node:net';

/**
 * Finds a port that can be listened on.
 *
 * @param wanted The port to try; 0 for any.
 * @returns The wanted port when it is free, otherwise one that the system chose.
 */
export async function findFreePort(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? 0;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
