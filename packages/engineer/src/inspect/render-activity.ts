/** In charge of a database's activity as a person reads it. */
import { countOf, formatBytes, formatCount, formatTable, type Paint } from './format-text.ts';
import type { Activity } from './read-activity.ts';

/** Past this share of the limit a figure is shown as a warning. */
const near = 0.8;

export function renderActivity(activity: Activity, paint: Paint): string {
  const total = activity.sessions.reduce((sum, { sessions }) => sum + sessions, 0);
  const states = activity.sessions.map(({ state, sessions }) => `${sessions} ${state}`).join(', ');
  const hit = activity.cacheHitRatio;
  const warnNear = (value: number, limit: number) =>
    value > near * limit ? paint.warn : (text: string) => text;
  return [
    paint.strong('Activity'),
    `  ${warnNear(total, activity.maxConnections)(countOf(total, 'other session'))} of ${activity.maxConnections} allowed${states === '' ? '' : `: ${states}`}`,
    `  cache hits ${hit === null ? 'not known' : `${(hit * 100).toFixed(1)} %`}, ${countOf(activity.deadlocks, 'deadlock')}, ` +
      `${formatBytes(activity.temporaryBytes)} of temporary files, ` +
      `${formatCount(activity.commits)} commits, ${formatCount(activity.rollbacks)} rollbacks`,
    `  transaction ids ${warnNear(activity.xidAge, activity.freezeMaxAge)(`${formatCount(activity.xidAge)} old`)}, frozen from ${formatCount(activity.freezeMaxAge)} on`,
    ...renderTransactions(activity, paint),
    ...renderLocks(activity, paint),
    ...(activity.seesOthers
      ? []
      : [paint.warn('  Not seen: what sessions of other roles do (needs pg_read_all_stats).')]),
    '',
  ].join('\n');
}

function renderTransactions({ longestTransactions }: Activity, paint: Paint): string[] {
  if (longestTransactions.length === 0) return [];
  const columns = [
    { title: 'open for', right: true },
    { title: 'pid', right: true },
    { title: 'role' },
    { title: 'state' },
    { title: 'application' },
  ];
  const rows = longestTransactions.map(({ seconds, pid, role, state, application }) =>
    [`${seconds.toFixed(1)} s`, String(pid), role, state ?? '', application].map((text) => ({
      text,
    })),
  );
  return ['', ...formatTable(columns, rows, paint).map((line) => `  ${line}`)];
}

function renderLocks({ waitingLocks }: Activity, paint: Paint): string[] {
  if (waitingLocks.length === 0) return ['  Nobody waits for a lock.'];
  return [
    '',
    ...waitingLocks.map(({ pid, role, mode, waitsFor, seconds, blockedBy }) =>
      paint.bad(
        `  ${pid} (${role ?? 'hidden'}) waits for ${mode} on ${waitsFor}` +
          `${seconds === null ? '' : ` since ${seconds.toFixed(1)} s`}, behind ${blockedBy.join(', ')}`,
      ),
    ),
  ];
}
