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
        message: `PostgreSQL says: ${shorten(message)}`,
        detail:
          'Read by the parser of PostgreSQL 18; the other statements of the file are checked all the same.',
        offset,
      })),
};

/** PostgreSQL repeats what it did not understand, up to the end of an open string. */
function shorten(message: string): string {
  return message.length > 200 ? `${message.slice(0, 200)}…` : message;
}
