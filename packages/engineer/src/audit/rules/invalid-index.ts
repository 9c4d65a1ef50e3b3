/** In charge of the rule `invalid-index`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const invalidIndex: QueryRule = {
  kind: 'query',
  name: 'invalid-index',
  level: 'warning',
  title: 'Indexes that are invalid',
  query: sql.invalidIndex,
};
