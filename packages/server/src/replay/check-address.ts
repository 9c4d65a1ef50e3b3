/** In charge of where a replay may send what people said: to this machine, unless told otherwise. */
import { isIPv4 } from 'node:net';
import { CatbError } from '@catb/database';

/**
 * The address without a slash at its end.
 *
 * @throws CatbError `REPLAY_ADDRESS_INVALID`, `REPLAY_ADDRESS_REMOTE`
 */
export function checkAddress(baseUrl: string, allowRemote: boolean): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new CatbError({
      code: 'REPLAY_ADDRESS_INVALID',
      message: 'The address to replay to is not one of HTTP.',
      hint: 'Give it as http://127.0.0.1:3000, with nothing after the path.',
    });
  }
  if (!allowRemote && !isLoopback(url.hostname)) {
    throw new CatbError({
      code: 'REPLAY_ADDRESS_REMOTE',
      message: `${url.host} is not this machine.`,
      hint: 'Say --allow-remote if the conversations may be sent there.',
    });
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true;
  return isIPv4(hostname) && hostname.startsWith('127.');
}
