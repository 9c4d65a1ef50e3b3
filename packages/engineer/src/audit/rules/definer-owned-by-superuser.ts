/** In charge of the rule `definer-owned-by-superuser`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const definerOwnedBySuperuser: QueryRule = {
  kind: 'query',
  name: 'definer-owned-by-superuser',
  level: 'warning',
  title: "Definer functions with a superuser's rights",
  query: sql.definerOwnedBySuperuser,
};
