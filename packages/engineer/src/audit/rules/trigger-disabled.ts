/** In charge of the rule `trigger-disabled`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const triggerDisabled: QueryRule = {
  kind: 'query',
  name: 'trigger-disabled',
  level: 'warning',
  title: 'Triggers that are switched off',
  query: sql.triggerDisabled,
};
