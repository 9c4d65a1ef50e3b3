/** `GET /analytics/retention` */
import {
  analyticsCohorts,
  analyticsDays,
  analyticsFunnel,
  analyticsSessionLengths,
  type CohortCount,
  type SessionLength,
} from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  moment,
  money,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { columnsOf, csvTable } from './csv.ts';
import { listDays, utcDaysOf } from './utc-days.ts';

const day = z.iso.date();
const lengths = z.array(
  z.object({ length: count.describe('50 stands for all that are longer.'), sessions: count }),
);

const dayFigures = {
  day,
  activeSessions: count,
  newSessions: count,
  returningSessions: count,
  turns: count,
  messagesPerSession: z.number().nullable().describe('Null on a day without sessions.'),
  costPerSessionUsd: money.nullable().describe('US dollars; null on a day without sessions.'),
};

const figures = {
  days: z.array(z.object(dayFigures)),
  cohorts: z.array(
    z.object({
      week: day.describe('The Monday of the ISO week in which the sessions were created.'),
      size: count.describe('Sessions of that week.'),
      active: z.array(count).describe('Of these, active in week 0, 1, …'),
    }),
  ),
  sessionLengths: z.object({
    messages: lengths,
    turnsToResolution: lengths.describe(
      'Of sessions that fell quiet for a day with a whole answer that was not rated down.',
    ),
  }),
  funnel: z.object({
    created: count,
    spoke: count,
    answered: count,
    cameBack: count,
    rated: count,
  }),
  daysIn: z.literal('UTC'),
  refreshedAt: moment.nullable().describe('When these figures were last made; null: never.'),
};

/** Who comes back, and how far sessions get. */
export function getAnalyticsRetentionEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'retention',
    summary: 'Active and returning sessions, cohorts, lengths of sessions, the funnel',
    description:
      'By UTC day and ISO week, whatever `timezone` and `bucket` say: every day that the range touches. ' +
      'Made anew every 15 minutes; `refreshedAt` says when. As CSV: the days only.',
    filters: {},
    figures,
    async read({ database, range, now }) {
      const asked = utcDaysOf(range);
      const [days, cohorts, sessionLengths, funnel] = await Promise.all([
        analyticsDays(database, asked),
        analyticsCohorts(database, asked),
        analyticsSessionLengths(database, asked),
        analyticsFunnel(database, asked),
      ]);
      const byDay = new Map(days.map((one) => [one.day, one]));
      return {
        days: listDays(asked).map((one) => byDay.get(one) ?? { ...emptyDay, day: one }),
        cohorts: gatherCohorts(cohorts),
        sessionLengths: {
          messages: lengthsOf(sessionLengths, 'messages'),
          turnsToResolution: lengthsOf(sessionLengths, 'turns_to_resolution'),
        },
        funnel,
        daysIn: 'UTC' as const,
        refreshedAt: now.viewsRefreshedAt,
      };
    },
    csv: ({ days }) => csvTable(columnsOf(dayFigures), days),
  });
}

const emptyDay = {
  activeSessions: 0,
  newSessions: 0,
  returningSessions: 0,
  turns: 0,
  messagesPerSession: null,
  costPerSessionUsd: null,
};

function gatherCohorts(rows: readonly CohortCount[]) {
  const cohorts = new Map<string, number[]>();
  for (const { week, weeksAfter, sessions } of rows) {
    const active = cohorts.get(week) ?? [];
    while (active.length < weeksAfter) active.push(0);
    active[weeksAfter] = sessions;
    cohorts.set(week, active);
  }
  return [...cohorts].map(([week, active]) => ({ week, size: active[0] ?? 0, active }));
}

function lengthsOf(rows: readonly SessionLength[], wanted: SessionLength['question']) {
  return rows
    .filter(({ question }) => question === wanted)
    .map(({ length, sessions }) => ({ length, sessions }));
}
