/** In charge of the rule about files that are no text that PostgreSQL could read. */
import type { LintRule } from '../rule.ts';

export const unreadableFile: LintRule = {
  name: 'unreadable-file',
  title: 'The file is no text that PostgreSQL can read',
  file: ({ unreadable }) =>
    unreadable === undefined
      ? []
      : [
          {
            level: 'error',
            object: null,
            message: unreadable.message,
            hint: unreadable.hint,
            offset: unreadable.offset,
          },
        ],
};
