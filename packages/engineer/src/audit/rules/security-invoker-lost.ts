/** In charge of the rule `security-invoker-lost`. */
import type { QueryRule } from '../rule.ts';
import { sql } from './sql.generated.ts';

export const securityInvokerLost: QueryRule = {
  kind: 'query',
  name: 'security-invoker-lost',
  level: 'error',
  title: 'Views that pass by the policies',
  query: sql.securityInvokerLost,
};
