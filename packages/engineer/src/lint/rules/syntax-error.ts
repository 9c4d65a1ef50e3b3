/** In charge of the rule about SQL that PostgreSQL does not understand. */
import type { LintRule } from '../rule.ts';

export const syntaxError: LintRule = {
  name: 'syntax-error',
  title: 'PostgreSQL does not understand the SQL',
  file: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'syntax')
      .map(({ message, offset }) => ({
        level: 'error',
        object: null,
        message: `PostgreSQL says: ${message}`,
        detail:
          'Read by the parser of PostgreSQL 18; the other statements of the file are checked all the same.',
        offset,
      })),
};
