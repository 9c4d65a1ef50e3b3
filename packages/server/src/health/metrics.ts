/** `GET /metrics` */
import { z } from 'zod';
import type { AdminAccess } from '../admin/admin-access.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { TurnMetrics } from './turn-metrics.ts';

/**
 * Hands out the numbers to whoever has an admin key.
 *
 * @param openOnLoopback whether this machine needs none
 */
export function metricsEndpoint(
  metrics: TurnMetrics,
  access: AdminAccess,
  openOnLoopback: boolean,
): Endpoint {
  return endpoint({
    method: 'get',
    path: '/metrics',
    tag: 'Health',
    summary: 'Numbers for Prometheus',
    description:
      'With `Authorization: Bearer <admin key>`; from loopback without one, unless CATB_ADMIN_KEY is set.',
    access: 'admin',
    admit: (request) =>
      openOnLoopback && isLoopback(request.ip)
        ? Promise.resolve('loopback')
        : access.admit(request),
    responses: {
      200: { description: 'The numbers.', schema: z.string(), contentType: 'text/plain' },
      401: { description: 'The key was not accepted; the body is an error.' },
    },
    async handle({ response }) {
      response.type(metrics.contentType).send(await metrics.text());
    },
  });
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
