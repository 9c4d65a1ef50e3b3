/** In charge of whether a policy lets through more than the one it takes the place of. */
import type { PolicyFacts } from './catalog.ts';
import { compareConditions } from './conditions.ts';

/** The owner, and the roles that policies don't hold anyway: no change lets them in. */
export const insiders: ReadonlySet<string> = new Set([
  'current_user',
  'current_role',
  'session_user',
  'postgres',
  'service_role',
]);

/** What a change of a policy does. */
export interface PolicyComparison {
  /** Each a clause such as `it is for everybody now`; empty when it is not looser. */
  looser: string[];
  /** True when two conditions differ in a way that their form does not tell. */
  unclear: boolean;
}

/** Compares two policies of one table. */
export function comparePolicies(older: PolicyFacts, newer: PolicyFacts): PolicyComparison {
  const looser: string[] = [];
  if (newer.permissive && !older.permissive) looser.push('it only narrowed and now lets through');
  if (newer.command === 'all' && older.command !== 'all') {
    looser.push(`it was for ${older.command} and now is for every command`);
  }
  const added = newer.roles.filter((role) => !older.roles.includes(role) && !insiders.has(role));
  if (added.length > 0 && !older.roles.includes('public')) {
    looser.push(
      `it is now for ${added.map((role) => (role === 'public' ? 'everybody' : role)).join(', ')} too`,
    );
  }
  const using = compareConditions(older.using, newer.using);
  if (using === 'weaker') looser.push('its using lets through more rows');
  // Without a check of its own, what a row is changed to has to pass `using`.
  const check = compareConditions(older.check ?? older.using, newer.check ?? newer.using);
  if (check === 'weaker' && (older.check ?? newer.check) !== null) {
    looser.push('its check lets more be written');
  }
  return { looser, unclear: using === 'unlike' || check === 'unlike' };
}
