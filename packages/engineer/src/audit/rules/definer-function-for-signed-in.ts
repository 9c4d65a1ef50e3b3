/** In charge of the rule `definer-function-for-signed-in`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const definerFunctionForSignedIn: QueryRule = {
  kind: 'query',
  name: 'definer-function-for-signed-in',
  level: 'warning',
  title: 'Definer functions that any signed-in user may run',
  query: sql.definerFunctionForSignedIn,
};
