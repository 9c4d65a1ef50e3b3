/** In charge of the rule `unindexed-foreign-key`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const unindexedForeignKey: QueryRule = {
  kind: 'query',
  name: 'unindexed-foreign-key',
  level: 'warning',
  title: 'Foreign keys without an index',
  query: sql.unindexedForeignKey,
};
