/** In charge of the rule `security-definer-view`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const securityDefinerView: QueryRule = {
  kind: 'query',
  name: 'security-definer-view',
  level: 'error',
  title: "Views that read with their owner's rights",
  query: sql.securityDefinerView,
};
