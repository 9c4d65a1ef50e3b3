/** In charge of the rule `mutable-search-path`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const mutableSearchPath: QueryRule = {
  kind: 'query',
  name: 'mutable-search-path',
  level: 'warning',
  title: "Functions that use the caller's search_path",
  query: sql.mutableSearchPath,
};
