/** In charge of names as a person reads them: quoted where PostgreSQL would not take them bare. */
import pg from 'pg';

/** Shown only, never executed: a reserved word stays bare. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : pg.escapeIdentifier(name);
}

/** With its schema, such as `public."Order lines"`. */
export function qualifyName(object: { schema: string; name: string }): string {
  return `${quoteName(object.schema)}.${quoteName(object.name)}`;
}
