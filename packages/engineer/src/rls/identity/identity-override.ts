/** In charge of identities that are told instead of found: `claim:sub=column public.users.id`. */
import { EngineerError } from '../../errors.ts';
import { trailOf, type ColumnPlace, type Trail } from './trail.ts';

/** Who is who, as somebody said it. */
export interface IdentityOverride {
  /** As it was written. */
  text: string;
  trail: Trail;
  column?: ColumnPlace;
  /** The owner's and the stranger's. */
  values?: readonly [string, string];
}

const form = /^(claim|header|setting):([^=]+)=(column|values?) (.+)$/;

/**
 * Reads one: `<claim|header|setting>:<name>=column <schema.table.column>`, or `=values <owner>,<stranger>`,
 * or `=value <both>`. A claim's name may be a path with dots.
 *
 * @throws EngineerError `ACCESS_IDENTITY_INVALID`
 */
export function parseIdentity(text: string): IdentityOverride {
  const [, carrier, name, how, what] = form.exec(text) ?? [];
  if (carrier === undefined || name === undefined || what === undefined) throw invalid(text);
  const trail = makeTrail(carrier, name);
  if (how === 'column') {
    const parts = what.split('.');
    const [schema, table, ...rest] = parts;
    if (schema === undefined || table === undefined || rest.length === 0) throw invalid(text);
    return { text, trail, column: { schema, table, column: rest.join('.') } };
  }
  const values = how === 'value' ? [what] : what.split(',');
  const [owner, stranger = owner] = values;
  if (owner === undefined || stranger === undefined || values.length > 2) throw invalid(text);
  return { text, trail, values: [owner, stranger] };
}

function makeTrail(carrier: string, name: string): Trail {
  if (carrier === 'header') {
    return { base: 'headers', setting: 'request.headers', path: [name.toLowerCase()], list: false };
  }
  if (carrier === 'claim') {
    return { base: 'claims', setting: 'request.jwt.claims', path: name.split('.'), list: false };
  }
  const trail = trailOf(name);
  if (trail === undefined) throw invalid(`setting:${name}`);
  return trail;
}

function invalid(text: string): EngineerError {
  return new EngineerError({
    code: 'ACCESS_IDENTITY_INVALID',
    message: `"${text}" says of nobody who he is.`,
    hint: 'Examples: claim:sub=column public.users.id, header:x-tenant=values 1,2, setting:app.tenant_id=column public.tenants.id.',
  });
}
