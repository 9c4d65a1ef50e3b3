/** In charge of the rule `rls-without-policy`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const rlsWithoutPolicy: QueryRule = {
  kind: 'query',
  name: 'rls-without-policy',
  level: 'info',
  title: 'Row level security without a policy',
  query: sql.rlsWithoutPolicy,
};
