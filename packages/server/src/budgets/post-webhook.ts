/** In charge of telling a webhook something: one POST, signed where there is a secret. */
import { createHmac } from 'node:crypto';

/** Where to, and how. */
export interface Webhook {
  url: string;
  /** Signs the body; left out, nothing is signed. */
  secret?: string | undefined;
  /** Milliseconds that the receiver has; default 10,000. */
  timeoutMs?: number | undefined;
}

/**
 * Posts the body as JSON. A redirect is not followed: what is told, and its signature, are for the
 * address that was set.
 *
 * @returns null once the receiver took it (2xx), else why it did not; never its address, which may hold a secret
 */
export async function postWebhook(
  { url, secret, timeoutMs = 10_000 }: Webhook,
  value: { id: string },
  signal: AbortSignal,
): Promise<string | null> {
  const body = JSON.stringify(value);
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'catb',
        'x-catb-delivery': value.id,
        ...(secret === undefined ? {} : { 'x-catb-signature': signatureOf(body, secret) }),
      },
      body,
      signal: AbortSignal.any([deadline, signal]),
    });
    // Nobody reads what it has to say, however much that is.
    await response.body?.cancel();
    return response.ok ? null : `status ${response.status}`;
  } catch {
    if (deadline.aborted) return `no answer within ${timeoutMs / 1_000} s`;
    return signal.aborted ? 'the server stops' : 'no connection';
  }
}

/** `sha256=` and the HMAC-SHA-256 of the body's bytes in hexadecimal. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
