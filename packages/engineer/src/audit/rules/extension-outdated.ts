/** In charge of the rule `extension-outdated`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const extensionOutdated: QueryRule = {
  kind: 'query',
  name: 'extension-outdated',
  level: 'warning',
  title: "Extensions behind the server's version",
  query: sql.extensionOutdated,
};
