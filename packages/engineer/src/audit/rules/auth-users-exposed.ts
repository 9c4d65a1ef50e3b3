/** In charge of the rule `auth-users-exposed`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const authUsersExposed: QueryRule = {
  kind: 'query',
  name: 'auth-users-exposed',
  level: 'error',
  title: 'Views that show auth.users',
  query: sql.authUsersExposed,
};
