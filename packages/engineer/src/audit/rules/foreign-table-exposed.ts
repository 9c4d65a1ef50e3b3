/** In charge of the rule `foreign-table-exposed`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const foreignTableExposed: QueryRule = {
  kind: 'query',
  name: 'foreign-table-exposed',
  level: 'warning',
  title: 'Foreign tables that strangers may use',
  query: sql.foreignTableExposed,
};
