/** In charge of the rule `schema-open-to-creation`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const schemaOpenToCreation: QueryRule = {
  kind: 'query',
  name: 'schema-open-to-creation',
  level: 'error',
  title: 'Schemas in which strangers may create objects',
  query: sql.schemaOpenToCreation,
};
