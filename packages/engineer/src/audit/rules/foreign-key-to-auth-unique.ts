/** In charge of the rule `foreign-key-to-auth-unique`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const foreignKeyToAuthUnique: QueryRule = {
  kind: 'query',
  name: 'foreign-key-to-auth-unique',
  level: 'error',
  title: 'Foreign keys to columns of auth that may go',
  query: sql.foreignKeyToAuthUnique,
};
