/** In charge of the rule `unused-index`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const unusedIndex: QueryRule = {
  kind: 'query',
  name: 'unused-index',
  level: 'info',
  title: 'Indexes that nobody uses',
  query: sql.unusedIndex,
};
