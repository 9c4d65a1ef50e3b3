/** In charge of the rule `upgrade-blocking-type`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const upgradeBlockingType: QueryRule = {
  kind: 'query',
  name: 'upgrade-blocking-type',
  level: 'warning',
  title: 'Columns that block an upgrade',
  query: sql.upgradeBlockingType,
};
