/** In charge of what may be said about a connection string: where it leads, never its password. */
import type pg from 'pg';

/** ` at host:port`, or nothing when the connection string could not even be read. */
export function describeServer(client: pg.Client | undefined): string {
  return client === undefined ? '' : ` at ${client.host}:${client.port}`;
}

/** The text without the connection string and its password, whichever way they are written. */
export function hideSecrets(text: string, url: string): string {
  const inside = /^[a-z]+:\/\/[^/]*?:([^@/]*)@/i.exec(url)?.[1] ?? '';
  const given = /[?&]password=([^&]*)/i.exec(url)?.[1] ?? '';
  const secrets = [url, inside, given].flatMap((secret) => [secret, decode(secret)]);
  return secrets
    .filter((secret) => secret !== '')
    .reduce((left, secret) => left.replaceAll(secret, '…'), text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
