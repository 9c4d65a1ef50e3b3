/** In charge of the rule `column-grant-without-policy`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const columnGrantWithoutPolicy: QueryRule = {
  kind: 'query',
  name: 'column-grant-without-policy',
  level: 'warning',
  title: 'Column grants that no policy backs',
  query: sql.columnGrantWithoutPolicy,
};
