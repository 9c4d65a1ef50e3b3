/** In charge of the rule `outsider-bypasses-rls`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const outsiderBypassesRls: QueryRule = {
  kind: 'query',
  name: 'outsider-bypasses-rls',
  level: 'error',
  title: 'Outsiders that pass every policy',
  query: sql.outsiderBypassesRls,
};
