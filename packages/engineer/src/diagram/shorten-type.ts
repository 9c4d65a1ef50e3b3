/** In charge of types as they fit into a picture. */

const short: readonly (readonly [RegExp, string])[] = [
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d\))? with time zone/, 'timetz$1'],
  [/^time(\(\d\))? without time zone/, 'time$1'],
  [/^character varying/, 'varchar'],
  [/^character/, 'char'],
  [/^bit varying/, 'varbit'],
  [/^double precision/, 'float8'],
];

/** `timestamptz` for `timestamp with time zone`; the schema is left out where it is the table's own. */
export function shortenType(type: string, schema: string): string {
  for (const [long, brief] of short) if (long.test(type)) return type.replace(long, brief);
  return type.startsWith(`${schema}.`) ? type.slice(schema.length + 1) : type;
}
