/** `GET /health` */
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import type { Model } from '../models/index.ts';

/** Says that the process is alive, and who answers. Asks the database nothing. */
export function healthEndpoint(model: Model): Endpoint {
  return endpoint({
    method: 'get',
    path: '/health',
    tag: 'Health',
    summary: 'Whether the server is alive, and which model answers',
    access: 'anyone',
    responses: {
      200: {
        description: 'It is alive.',
        schema: z.object({
          status: z.literal('ok'),
          model: z.object({ provider: z.string(), name: z.string(), offline: z.boolean() }),
        }),
      },
    },
    handle({ response }) {
      response.json({
        status: 'ok',
        model: { provider: model.provider, name: model.name, offline: model.isOffline },
      });
    },
  });
}
