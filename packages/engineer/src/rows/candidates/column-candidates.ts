/** In charge of the candidates of every column: guesses and finds that PostgreSQL takes for the type. */
import type pg from 'pg';
import { seedRandom } from '../seeded-random.ts';
import type { ColumnFacts, TableFacts } from '../table-facts.ts';
import type { Candidate, Guess } from './candidate.ts';
import { castText } from './cast-text.ts';
import { guessValues } from './guess-values.ts';
import { mineConstants } from './mine-constants.ts';
import { baseOf, type TypeCatalog } from './type-facts.ts';

/** The candidates by table and column. */
export type Candidates = ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>;

const valuesPerQuery = 4000;
const mostMined = 120;

function mentions(expression: string, column: string): boolean {
  return expression.includes(column);
}

/** Every expression of the table that may say something about the column. */
function expressionsAbout(table: TableFacts, column: ColumnFacts): string[] {
  const { name } = column;
  const parts = table.keys.flatMap(({ predicate }) => predicate ?? []);
  const generated = table.columns.flatMap((other) => other.generated ?? []);
  return [
    ...table.checks.map(({ expression }) => expression),
    ...table.leaves.flatMap(({ expression }) => expression ?? []),
    ...parts,
    ...generated,
  ].filter((expression) => mentions(expression, name));
}

function guessFor(
  table: TableFacts,
  column: ColumnFacts,
  types: TypeCatalog,
  wanted: { fresh: number; from: number; seed: number },
): Guess[] {
  const base = baseOf(types, column.typeId, column.type);
  const guesses = guessValues(types, column.typeId, column.type, wanted.fresh, wanted.from);
  if (base.facts === undefined) return guesses;
  const expressions = [...expressionsAbout(table, column), ...base.checks, column.default ?? ''];
  const elementId = base.facts.elementId;
  const elements =
    elementId === null
      ? []
      : guessValues(types, elementId, base.type.replace(/\[\]$/, ''), 3, wanted.from);
  const mined = mineConstants(
    base.facts,
    expressions,
    elements.map(({ text }) => text),
    seedRandom(wanted.seed),
  );
  const known = new Set(mined.slice(0, mostMined));
  return [...guesses, ...[...known].map((text): Guess => ({ text, flavor: 'mined' }))];
}

async function keepValues(
  client: pg.ClientBase,
  pairs: ReadonlyMap<string, { text: string; type: string }>,
): Promise<Set<string>> {
  const valid = new Set<string>();
  const all = [...pairs];
  for (let start = 0; start < all.length; start += valuesPerQuery) {
    const part = all.slice(start, start + valuesPerQuery);
    const { rows } = await client.query<{ place: number }>(
      `select v.place::integer
       from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) with ordinality as v (value, type, place)
       where pg_temp.catb_is_value(v.value, v.type)`,
      [part.map(([, { text }]) => text), part.map(([, { type }]) => type)],
    );
    for (const { place } of rows) valid.add((part[place - 1] as (typeof part)[number])[0]);
  }
  return valid;
}

/** What a constraint mentions keeps that flavor, however ordinary it is. */
function dropRepeated(candidates: readonly Candidate[]): Candidate[] {
  const byExpression = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byExpression.get(candidate.expression);
    if (known === undefined || candidate.flavor === 'mined') {
      byExpression.set(candidate.expression, candidate);
    }
  }
  return [...byExpression.values()];
}

/** Thinks of candidates for all columns of all tables, and keeps those that PostgreSQL takes. */
export async function findCandidates(
  client: pg.ClientBase,
  tables: readonly TableFacts[],
  types: TypeCatalog,
  options: { fresh: number; seed: number },
): Promise<Candidates> {
  const guesses = new Map<ColumnFacts, Guess[]>();
  const pairs = new Map<string, { text: string; type: string }>();
  const keyOf = (text: string, type: string): string => `${type}\n${text}`;
  tables.forEach((table, tableIndex) => {
    table.columns.forEach((column, index) => {
      if (column.generated !== null) return;
      const facts = baseOf(types, column.typeId, column.type).facts;
      // Numbers stay small; what has room differs from table to table.
      const from =
        facts?.name === 'uuid' ? tableIndex * 1000 + index * 100 : (options.seed % 89) + index;
      const wanted = { fresh: options.fresh, from, seed: options.seed + index };
      const found = guessFor(table, column, types, wanted);
      guesses.set(column, found);
      for (const { text } of found)
        pairs.set(keyOf(text, column.type), { text, type: column.type });
    });
  });
  const valid = await keepValues(client, pairs);
  const candidatesOf = (column: ColumnFacts): Candidate[] => {
    const list: Candidate[] = (guesses.get(column) ?? [])
      .filter(({ text }) => valid.has(keyOf(text, column.type)))
      .map(({ text, flavor }) => ({ expression: castText(text, column.type), flavor }));
    if (column.default !== null) {
      list.unshift({
        expression: `cast((${column.default}) as ${column.type})`,
        flavor: 'default',
      });
    }
    if (!column.notNull) {
      // A time that may be missing and is missing by default is that of something that has not happened.
      const isEvent = baseOf(types, column.typeId, column.type).facts?.category === 'D';
      const flavor = isEvent && column.default === null ? 'default' : 'null';
      list.push({ expression: castText(null, column.type), flavor });
    }
    return dropRepeated(list);
  };
  return new Map(
    tables.map((table) => [
      table.id,
      new Map(table.columns.map((column) => [column.name, candidatesOf(column)])),
    ]),
  );
}
