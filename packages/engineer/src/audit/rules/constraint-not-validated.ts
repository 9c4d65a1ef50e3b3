/** In charge of the rule `constraint-not-validated`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const constraintNotValidated: QueryRule = {
  kind: 'query',
  name: 'constraint-not-validated',
  level: 'warning',
  title: 'Constraints that were never validated',
  query: sql.constraintNotValidated,
};
