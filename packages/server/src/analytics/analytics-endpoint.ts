/** In charge of what all analytics endpoints share: who may ask, the range, the frame of an answer, CSV. */
import {
  analyticsNow,
  analyticsRange,
  type AnalyticsNow,
  type AnalyticsRange,
  type Database,
} from '@catb/database';
import { z } from 'zod';
import type { AdminAccess } from '../admin/admin-access.ts';
import { ApiError } from '../http/api-error.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { rangeQuery } from './analytics-query.ts';
import type { CsvTable } from './csv.ts';
import { sendFigures } from './send-figures.ts';

/** What the endpoints are made from. */
export interface AnalyticsDependencies {
  access: AdminAccess;
  /** As `catb_analyst`; null where the server has no address of that role. */
  analytics: Database | null;
}

/** What an endpoint reads its figures with. */
export interface AnalyticsCall<Filters> {
  database: Database;
  range: AnalyticsRange;
  filters: Filters;
  now: AnalyticsNow;
}

/** What one endpoint has of its own. */
interface AnalyticsDescription<
  Name extends string,
  Filters extends z.ZodRawShape,
  Figures extends z.ZodRawShape,
> {
  /** The last part of its path. */
  name: Name;
  summary: string;
  description?: string;
  /** Query parameters besides those of the range. */
  filters: Filters;
  /** What its answer holds besides the frame. */
  figures: Figures;
  read(call: AnalyticsCall<z.output<z.ZodObject<Filters>>>): Promise<z.input<z.ZodObject<Figures>>>;
  csv(figures: z.input<z.ZodObject<Figures>>): CsvTable;
}

/** A moment, as JSON has it. */
export const moment = z.date().meta({ type: 'string', format: 'date-time', description: 'UTC.' });
/** How many. */
export const count = z.int().min(0);
/** US dollars; a string, since JSON's numbers are binary fractions. */
export const money = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('US dollars.');
/** Of a percentile, at most 5 % off. */
export const milliseconds = z.number().nullable().describe('Milliseconds; null without calls.');

const frame = {
  from: moment,
  to: moment,
  bucket: rangeQuery.bucket.unwrap(),
  timezone: z.string(),
  asOf: moment.meta({ description: 'When the figures were read.' }),
  includesDemo: z.boolean().describe('Generated sessions are among those counted.'),
};

/** An endpoint of the analytics. */
export function analyticsEndpoint<
  Name extends string,
  Filters extends z.ZodRawShape,
  Figures extends z.ZodRawShape,
>(
  { access, analytics }: AnalyticsDependencies,
  description: AnalyticsDescription<Name, Filters, Figures>,
): Endpoint {
  const { name, summary, filters, figures, read, csv } = description;
  return endpoint({
    method: 'get',
    path: `/analytics/${name}`,
    tag: 'Analytics',
    summary,
    description: [
      description.description,
      'Needs an admin key, or the JWT of an analyst, as `Authorization: Bearer`.',
    ]
      .filter(Boolean)
      .join(' '),
    access: 'admin',
    admit: (request) => access.admit(request),
    query: z.strictObject({ ...rangeQuery, ...filters }),
    responses: {
      200: {
        description: 'The figures.',
        schema: z.object({ ...frame, ...figures }),
        alsoCsv: true,
      },
    },
    async handle({ query, request, response }) {
      if (analytics === null) throw unavailable();
      const { from, to, bucket, timezone, format, ...rest } = query as RangeQuery;
      const [range, now] = await Promise.all([
        analyticsRange(analytics, { from, to, bucket, timezone }),
        analyticsNow(analytics),
      ]);
      const found = await read({
        database: analytics,
        range,
        filters: rest as z.output<z.ZodObject<Filters>>,
        now,
      });
      const { asOf, includesDemo } = now;
      sendFigures({ request, response }, format, {
        name,
        json: () => ({ ...range, asOf, includesDemo, ...found }),
        csv: () => csv(found),
      });
    },
  });
}

type RangeQuery = z.output<z.ZodObject<typeof rangeQuery>>;

function unavailable(): ApiError {
  return new ApiError({
    status: 503,
    code: 'analytics_unavailable',
    message: 'This server has no connection for the analytics.',
    hint: 'Whoever runs it sets CATB_ANALYST_DATABASE_URL to an address of the role catb_analyst.',
  });
}
