/** In charge of writing names as PostgreSQL would: quoted where they must be. */
import { scanSync, type Node, type TypeName } from 'libpg-query';
import { nodesOf, stringsOf } from '../sql/nodes.ts';

const plain = /^[a-z_][a-z0-9_$]*$/;

/** Asking the parser about a word takes ten times as long as remembering what it said. */
const quoted = new Map<string, string>();
const mostQuoted = 20_000;

/** As `quote_ident` does: words of the language that mean something are quoted too. */
export function quoteName(name: string): string {
  const known = quoted.get(name);
  if (known !== undefined) return known;
  const written = plain.test(name) && !isReserved(name) ? name : `"${name.replaceAll('"', '""')}"`;
  if (quoted.size >= mostQuoted) quoted.clear();
  quoted.set(name, written);
  return written;
}

function isReserved(name: string): boolean {
  const keyword = scanSync(name).tokens[0]?.keywordName ?? 'NO_KEYWORD';
  return keyword !== 'NO_KEYWORD' && keyword !== 'UNRESERVED_KEYWORD';
}

/** `schema.name`, each quoted where it must be. */
export function joinName(...parts: string[]): string {
  return parts.map(quoteName).join('.');
}

/** How the parser calls the types that SQL has words for. */
const builtIn: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'character',
  float4: 'real',
  float8: 'double precision',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
  varbit: 'bit varying',
  varchar: 'character varying',
};

/** A type without its length, as `format_type` writes it: `character varying`, `public.mood[]`. */
export function typeText(type: TypeName | undefined): string {
  const parts = stringsOf(type?.names);
  const last = parts.at(-1) ?? '';
  // The parser writes the types that SQL has words for with their schema, and never quoted.
  const own = parts.length === 1 ? quoteName(last) : joinName(...parts);
  const inCatalog = parts[0] === 'pg_catalog';
  const name = inCatalog || parts.length === 1 ? (builtIn[last] ?? (inCatalog ? last : own)) : own;
  return `${name}${'[]'.repeat(type?.arrayBounds?.length ?? 0)}`;
}

/** The numbers in a type's parentheses, such as 10 in `varchar(10)`. */
export function typeModifiers(type: TypeName | undefined): number[] {
  return nodesOf(type?.typmods, 'A_Const').map(
    (constant) => (constant as { ival?: { ival?: number } }).ival?.ival ?? 0,
  );
}

/** The input arguments' types, by which PostgreSQL tells functions of one name apart. */
export function argumentTypes(parameters: readonly Node[] | undefined): string {
  return nodesOf(parameters, 'FunctionParameter')
    .filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE')
    .map((parameter) => typeText(parameter.argType))
    .join(', ');
}
