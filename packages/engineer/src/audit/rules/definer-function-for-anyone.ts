/** In charge of the rule `definer-function-for-anyone`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const definerFunctionForAnyone: QueryRule = {
  kind: 'query',
  name: 'definer-function-for-anyone',
  level: 'warning',
  title: 'Definer functions that anyone may run',
  query: sql.definerFunctionForAnyone,
};
