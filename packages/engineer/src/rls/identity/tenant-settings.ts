/** In charge of what a request of the owner, the stranger and nobody sets. */
import type { Who } from '../access-matrix.ts';
import { tenantOf } from '../attempts/situation.ts';
import type { Trail } from './trail.ts';

/** A carrier and the value it has for each tenant. */
export interface TenantValue {
  trail: Trail;
  /** The owner's and the stranger's. */
  values: readonly [string, string];
  /** The column is a number, so that the claim is one too. */
  isNumber: boolean;
}

type Json = string | number | Json[] | { [key: string]: Json };

/**
 * The settings of one request, by name: the claims always name the role, as a token does; what
 * carries an identity is empty for nobody.
 */
export function tenantSettings(
  role: string,
  who: Who,
  identities: readonly TenantValue[],
): Map<string, string> {
  const tenant = tenantOf(who);
  const claims: { [key: string]: Json } = { role };
  const headers: { [key: string]: Json } = {};
  const settings = new Map<string, string>();
  for (const { trail, values, isNumber } of identities) {
    const text = tenant === null ? '' : values[tenant];
    const scalar: Json = isNumber && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    const value: Json = trail.list ? [scalar] : scalar;
    if (trail.base === 'setting' && trail.path.length === 0) settings.set(trail.setting, text);
    else if (tenant === null) continue;
    else if (trail.base === 'claims') place(claims, trail.path, value);
    else if (trail.base === 'headers') place(headers, trail.path, text);
    else {
      const other: { [key: string]: Json } = {};
      place(other, trail.path, value);
      settings.set(trail.setting, JSON.stringify(other));
    }
  }
  settings.set('request.jwt.claims', JSON.stringify(claims));
  settings.set('request.headers', JSON.stringify(headers));
  return settings;
}

function place(into: { [key: string]: Json }, path: readonly string[], value: Json): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner = into[first];
  const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  into[first] = next;
  place(next, rest, value);
}
