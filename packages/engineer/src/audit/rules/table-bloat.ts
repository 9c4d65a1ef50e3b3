/** In charge of the rule `table-bloat`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const tableBloat: QueryRule = {
  kind: 'query',
  name: 'table-bloat',
  level: 'info',
  title: 'Tables that are mostly empty space',
  query: sql.tableBloat,
};
