/** In charge of witnesses that are in force: what is revoked, deleted or expired is shown to nobody. */
import type { ColumnFacts } from '../catalog/facts.ts';

/** When set, these say that a row does not count any more. */
const ended =
  /(^|_)(deleted|removed|revoked|disabled|deactivated|banned|blocked|archived|suspended|cancell?ed|locked|expired|ended|hidden|inactive)(_|$)/;
/** When true, these say that it does. */
const inForce = /(^|_)(active|enabled|verified|confirmed|approved|published|valid|current)(_|$)/;
/** Until then it counts. */
const lasting =
  /(^|_)(expires?|expiry|expiration|valid_(to|until|till)|ends?_at|end_(date|time))(_|$)/;

const future = '2100-01-01 00:00:00+00';

/** The value with which a row counts, undefined where the column does not decide it. */
export function liveValue(column: ColumnFacts): string | null | undefined {
  const name = column.name.toLowerCase();
  const isTime = /^(timestamp|date)/.test(column.type);
  if (column.type === 'boolean') {
    return ended.test(name) ? 'false' : inForce.test(name) ? 'true' : undefined;
  }
  if (isTime && lasting.test(name)) return future;
  return ended.test(name) && !column.required ? null : undefined;
}
