/** In charge of the rule `sequence-near-end`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const sequenceNearEnd: QueryRule = {
  kind: 'query',
  name: 'sequence-near-end',
  level: 'error',
  title: 'Numbers that run out',
  query: sql.sequenceNearEnd,
};
