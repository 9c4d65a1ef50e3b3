/** In charge of what is known, while SQL is read, about where a value comes from. */

/** Where a request says who asks: `request.jwt.claims`, `request.headers` or another setting. */
export interface Trail {
  base: 'claims' | 'headers' | 'setting';
  /** The setting's name. */
  setting: string;
  /** Keys into its JSON, outermost first; empty for the setting's text itself. */
  path: readonly string[];
  /** The value is an array, one of whose elements counts. */
  list: boolean;
}

/** A column of a table. */
export interface ColumnPlace {
  schema: string;
  table: string;
  column: string;
}

/** What an expression can be: values that a request carries, columns, or a literal. */
export interface Value {
  trails: readonly Trail[];
  columns: readonly ColumnPlace[];
  literal: string | null;
}

/** Somewhere in a policy, view or function, the two are compared. */
export interface Comparison {
  trail: Trail;
  column: ColumnPlace;
}

/** Nothing is known of it. */
export const unknownValue: Value = { trails: [], columns: [], literal: null };

/** One name for one trail, such as `claim:app_metadata.tenant_id`. */
export function nameTrail({ base, setting, path }: Omit<Trail, 'list'>): string {
  if (base === 'setting') return `setting:${[setting, ...path].join('.')}`;
  return `${base === 'claims' ? 'claim' : 'header'}:${path.join('.')}`;
}

/** `schema.table.column`, unquoted. */
export function nameColumn({ schema, table, column }: ColumnPlace): string {
  return `${schema}.${table}.${column}`;
}

/** All that any of them can be. */
export function unite(values: readonly Value[]): Value {
  const trails = new Map<string, Trail>();
  const columns = new Map<string, ColumnPlace>();
  for (const value of values) {
    for (const trail of value.trails) trails.set(`${nameTrail(trail)} ${trail.list}`, trail);
    for (const column of value.columns) columns.set(nameColumn(column), column);
  }
  const literal = values.length === 1 ? (values[0]?.literal ?? null) : null;
  return { trails: [...trails.values()], columns: [...columns.values()], literal };
}

/** The trail of a setting, before anything is taken out of it. */
export function trailOf(setting: string): Trail | undefined {
  if (setting === 'request.jwt.claims') return { base: 'claims', setting, path: [], list: false };
  if (setting === 'request.headers') return { base: 'headers', setting, path: [], list: false };
  // Names without a dot are PostgreSQL's own settings: they say how, not who.
  return setting.includes('.') ? { base: 'setting', setting, path: [], list: false } : undefined;
}
