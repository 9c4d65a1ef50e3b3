/** In charge of the rule `queue-exposed`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const queueExposed: QueryRule = {
  kind: 'query',
  name: 'queue-exposed',
  level: 'error',
  title: 'Queues open to strangers',
  query: sql.queueExposed,
};
