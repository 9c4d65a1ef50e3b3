/** In charge of the rule `all-statements-logged`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const allStatementsLogged: QueryRule = {
  kind: 'query',
  name: 'all-statements-logged',
  level: 'warning',
  title: 'Statements logged with their values',
  query: sql.allStatementsLogged,
};
