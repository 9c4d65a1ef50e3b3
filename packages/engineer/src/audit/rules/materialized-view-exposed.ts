/** In charge of the rule `materialized-view-exposed`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const materializedViewExposed: QueryRule = {
  kind: 'query',
  name: 'materialized-view-exposed',
  level: 'warning',
  title: 'Materialized views that strangers may read',
  query: sql.materializedViewExposed,
};
