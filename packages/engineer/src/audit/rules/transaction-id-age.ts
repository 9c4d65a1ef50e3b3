/** In charge of the rule `transaction-id-age`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const transactionIdAge: QueryRule = {
  kind: 'query',
  name: 'transaction-id-age',
  level: 'error',
  title: 'Tables that wait to be frozen',
  query: sql.transactionIdAge,
};
