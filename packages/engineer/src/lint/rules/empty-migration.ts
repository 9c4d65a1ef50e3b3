/** In charge of the rule about files that hold no statement. */
import type { LintRule } from '../rule.ts';

export const emptyMigration: LintRule = {
  name: 'empty-migration',
  title: 'The file holds no statement',
  file: ({ parts, unreadable }) =>
    parts.length > 0 || unreadable !== undefined
      ? []
      : [
          {
            level: 'error',
            object: null,
            message: 'The file holds no statement.',
            hint: 'Write the SQL, or delete the file. If nothing needs to be done, say so with select 1;',
            offset: 0,
          },
        ],
};
