/** In charge of the rule `several-permissive-policies`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const severalPermissivePolicies: QueryRule = {
  kind: 'query',
  name: 'several-permissive-policies',
  level: 'warning',
  title: 'Several permissive policies for one role and verb',
  query: sql.severalPermissivePolicies,
};
