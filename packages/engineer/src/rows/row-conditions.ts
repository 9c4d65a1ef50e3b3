/** In charge of what a row must fulfil: checks, the bounds of its partition, and keys that no two rows share. */
import pg from 'pg';
import type { Condition } from './row-plan.ts';
import type { KeyFacts, LeafFacts, TableFacts } from './table-facts.ts';

function keyCondition(table: TableFacts, key: KeyFacts, index: number): Condition {
  const alias = `catb_key_${index}`;
  const select = [
    ...key.parts.map(({ expression }, part) => `(${expression}) as catb_part_${part}`),
    `(${key.predicate ?? 'true'}) is true as catb_applies`,
  ].join(', ');
  const same = key.parts.map(({ operator }, part) => {
    const name = `catb_part_${part}`;
    const test = `other.${name} operator ${alias}.${name}`.replace(' operator ', ` ${operator} `);
    if (!key.nullsNotDistinct) return test;
    return `(${test} or other.${name} is null and ${alias}.${name} is null)`;
  });
  const only = table.partitioned ? '' : 'only ';
  return {
    name: `unique ${pg.escapeIdentifier(key.name)}`,
    columns: key.columns,
    computed: { alias, select },
    test: `not ${alias}.catb_applies or not exists (
      select from (select ${select} from ${only}${table.quoted}) as other
      where other.catb_applies and ${same.join(' and ')})`,
  };
}

/** All that concerns more than one foreign key. */
export function conditionsOf(table: TableFacts, leaf: LeafFacts | undefined): Condition[] {
  const conditions: Condition[] = table.checks
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns, expression }) => ({
      name: `constraint ${pg.escapeIdentifier(name)}`,
      columns,
      // Null passes a check.
      test: `(${expression}) is not false`,
    }));
  if (leaf !== undefined && leaf.expression !== null) {
    conditions.push({
      name: `partition ${pg.escapeIdentifier(leaf.name)}`,
      columns: leaf.columns,
      test: `(${leaf.expression}) is true`,
    });
  }
  conditions.push(
    ...table.keys
      .filter(({ columns }) => columns.length > 0)
      .map((key, index) => keyCondition(table, key, index)),
  );
  return conditions;
}
