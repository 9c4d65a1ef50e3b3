/** In charge of the rule `foreign-key-type-mismatch`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const foreignKeyTypeMismatch: QueryRule = {
  kind: 'query',
  name: 'foreign-key-type-mismatch',
  level: 'warning',
  title: 'Foreign keys narrower or wider than what they refer to',
  query: sql.foreignKeyTypeMismatch,
};
