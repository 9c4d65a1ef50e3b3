/** `GET /metrics` */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { TurnMetrics } from './turn-metrics.ts';

/** Hands out the numbers: to whoever has the admin key, or, without one, to this machine only. */
export function metricsEndpoint(metrics: TurnMetrics, adminKey: string | undefined): Endpoint {
  return endpoint({
    method: 'get',
    path: '/metrics',
    tag: 'Health',
    summary: 'Numbers for Prometheus',
    description:
      'With `Authorization: Bearer <CATB_ADMIN_KEY>`; without a key set, from loopback only.',
    access: 'anyone',
    responses: {
      200: { description: 'The numbers.', schema: z.string(), contentType: 'text/plain' },
      401: { description: 'The key was not accepted; the body is an error.' },
    },
    async handle({ request, response }) {
      const given = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
      const allowed =
        adminKey === undefined ? isLoopback(request.ip) : isSameSecret(given, adminKey);
      if (!allowed) {
        throw new ApiError({
          status: 401,
          code: 'admin_key_refused',
          message: 'The metrics need the admin key.',
          hint: 'Send it as Authorization: Bearer; it is the setting CATB_ADMIN_KEY.',
        });
      }
      response.type(metrics.contentType).send(await metrics.text());
    },
  });
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

/** In constant time, whatever the lengths. */
function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
