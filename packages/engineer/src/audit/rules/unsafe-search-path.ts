/** In charge of the rule `unsafe-search-path`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const unsafeSearchPath: QueryRule = {
  kind: 'query',
  name: 'unsafe-search-path',
  level: 'warning',
  title: 'Definer functions with a search_path that can be entered',
  query: sql.unsafeSearchPath,
};
