/** In charge of the rule `overlapping-index`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const overlappingIndex: QueryRule = {
  kind: 'query',
  name: 'overlapping-index',
  level: 'info',
  title: 'Indexes that are the beginning of another',
  query: sql.overlappingIndex,
};
