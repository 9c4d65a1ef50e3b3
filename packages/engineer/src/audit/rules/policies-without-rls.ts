/** In charge of the rule `policies-without-rls`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const policiesWithoutRls: QueryRule = {
  kind: 'query',
  name: 'policies-without-rls',
  level: 'error',
  title: 'Policies that nobody asks',
  query: sql.policiesWithoutRls,
};
