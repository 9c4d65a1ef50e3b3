/** In charge of the rule `dynamic-sql-from-arguments`: statements that a caller can bend. */
import { findDynamicSql } from '../functions/find-dynamic-sql.ts';
import type { FunctionRule } from '../rule.ts';

export const dynamicSqlFromArguments: FunctionRule = {
  kind: 'function',
  name: 'dynamic-sql-from-arguments',
  level: 'error',
  title: 'Functions that build SQL from their arguments',
  check(source) {
    const [first] = findDynamicSql(source);
    if (first === undefined) return [];
    return [
      {
        object: source.object,
        message: `${source.object} executes a statement that an argument is part of.`,
        detail: `Line ${first.line} of its body executes: ${first.expression}${source.securityDefiner ? ' — with the rights of its owner.' : ''}`,
        hint: 'Names through format(\'%I\'), values through "using", never by joining texts.',
      },
    ];
  },
};
