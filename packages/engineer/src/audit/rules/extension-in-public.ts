/** In charge of the rule `extension-in-public`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const extensionInPublic: QueryRule = {
  kind: 'query',
  name: 'extension-in-public',
  level: 'warning',
  title: 'Extensions in an exposed schema',
  query: sql.extensionInPublic,
};
