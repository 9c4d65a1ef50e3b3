/** In charge of the rule `sensitive-column-exposed`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const sensitiveColumnExposed: QueryRule = {
  kind: 'query',
  name: 'sensitive-column-exposed',
  level: 'error',
  title: 'Sensitive columns that strangers may read',
  query: sql.sensitiveColumnExposed,
};
