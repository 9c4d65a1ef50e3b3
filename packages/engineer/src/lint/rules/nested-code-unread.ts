/** In charge of the rule about code inside of a function or block that no rule could look at. */
import type { LintRule } from '../rule.ts';

export const nestedCodeUnread: LintRule = {
  name: 'nested-code-unread',
  title: 'Code inside of a function or block was not checked',
  file: ({ problems }) =>
    problems
      .filter(({ kind }) => kind === 'unread')
      .map(({ message, offset }) => ({
        level: 'info',
        object: null,
        message: 'This statement inside of a body was not checked: it can’t be read on its own.',
        detail: `PostgreSQL says of it: ${message}`,
        hint: 'Look at it yourself; catb prove runs it.',
        offset,
      })),
};
