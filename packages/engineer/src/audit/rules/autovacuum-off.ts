/** In charge of the rule `autovacuum-off`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const autovacuumOff: QueryRule = {
  kind: 'query',
  name: 'autovacuum-off',
  level: 'warning',
  title: 'Tables without autovacuum',
  query: sql.autovacuumOff,
};
