/** `GET /analytics/budgets` */
import { analyticsBudgets, type Database } from '@catb/database';
import { z } from 'zod';
import type { AdminAccess } from '../admin/admin-access.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { count, moment, money } from './analytics-endpoint.ts';
import { rangeQuery } from './analytics-query.ts';
import { columnsOf, csvTable } from './csv.ts';
import { sendFigures } from './send-figures.ts';

const budgetFigures = {
  period: z.enum(['day', 'month']),
  limitUsd: money,
  timezone: z.string().describe('IANA name; the period begins at midnight there.'),
  atLimit: z.enum(['warn', 'offline-guide', 'refuse']).describe('What happens at 100 %.'),
  periodStart: moment,
  periodEnd: moment,
  spentUsd: money,
  share: z.number().min(0).describe('Of the limit; 1 is all of it.'),
  unknownCalls: count.describe('Calls whose cost is unknown: the budget does not see them.'),
};

/**
 * How the budgets stand. They are about now: no range, and not the rollups but the sums themselves.
 *
 * @param database as `catb_server`, whose turns are held to the same sums
 */
export function getAnalyticsBudgetsEndpoint(database: Database, access: AdminAccess): Endpoint {
  return endpoint({
    method: 'get',
    path: '/analytics/budgets',
    tag: 'Analytics',
    summary: 'What is spent of each budget right now',
    description:
      'Needs an admin key, or the JWT of an analyst, as `Authorization: Bearer`. Empty without a budget.',
    access: 'admin',
    admit: (request) => access.admit(request),
    query: z.strictObject({ format: rangeQuery.format }),
    responses: {
      200: {
        description: 'The budgets, that of the day first.',
        schema: z.object({ budgets: z.array(z.object(budgetFigures)) }),
        alsoCsv: true,
      },
    },
    async handle({ query, request, response }) {
      const budgets = await analyticsBudgets(database);
      sendFigures({ request, response }, query.format, {
        name: 'budgets',
        json: () => ({ budgets }),
        csv: () => csvTable(columnsOf(budgetFigures), budgets),
      });
    },
  });
}
