/** In charge of the rule about what psql understands and a server does not. */
import type { LintRule } from '../rule.ts';

export const psqlCommand: LintRule = {
  name: 'psql-command',
  title: 'A command of psql stands among the SQL',
  file: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'psql')
      .map(({ message, offset }) => ({
        level: 'error',
        object: null,
        message,
        hint: 'Delete it, or write it as SQL. What follows it up to the next semicolon is not checked.',
        offset,
      })),
};
