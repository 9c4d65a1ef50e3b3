/** In charge of the rule `no-primary-key`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const noPrimaryKey: QueryRule = {
  kind: 'query',
  name: 'no-primary-key',
  level: 'warning',
  title: 'Tables without a primary key',
  query: sql.noPrimaryKey,
};
