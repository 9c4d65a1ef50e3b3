/** In charge of the rule `unlogged-table`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const unloggedTable: QueryRule = {
  kind: 'query',
  name: 'unlogged-table',
  level: 'warning',
  title: 'Tables that a crash empties',
  query: sql.unloggedTable,
};
