/** In charge of the rule about statements that begin or end the migration's transaction. */
import { classifyStatement } from '@catb/database';
import type { LintRule } from '../rule.ts';

export const transactionControl: LintRule = {
  name: 'transaction-control',
  title: 'A statement begins or ends the migration’s transaction',
  on: {
    TransactionStmt: (_, { file, statement }) => {
      const part = file.parts[statement.top];
      const isOwn = statement.context === 'migration' && part !== undefined;
      if (!isOwn || classifyStatement(part) !== 'transaction-control') return [];
      return [
        {
          level: 'error',
          object: null,
          message: `${part.words[0] ?? ''} begins or ends a transaction: a file and its history row are one, which the migrator opens and ends.`,
          hint: 'Delete the statement; split the file if its parts must be committed apart.',
        },
      ];
    },
  },
};
