/** In charge of the rule `duplicate-index`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const duplicateIndex: QueryRule = {
  kind: 'query',
  name: 'duplicate-index',
  level: 'warning',
  title: 'Indexes that exist twice',
  query: sql.duplicateIndex,
};
