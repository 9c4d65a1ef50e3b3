/** In charge of the rule `privileged-column-writable`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const privilegedColumnWritable: QueryRule = {
  kind: 'query',
  name: 'privileged-column-writable',
  level: 'error',
  title: 'Columns by which users can promote themselves',
  query: sql.privilegedColumnWritable,
};
