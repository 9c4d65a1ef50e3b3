/** In charge of the rule `rls-disabled`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const rlsDisabled: QueryRule = {
  kind: 'query',
  name: 'rls-disabled',
  level: 'error',
  title: 'Exposed tables without row level security',
  query: sql.rlsDisabled,
};
