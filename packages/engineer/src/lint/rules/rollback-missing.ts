/** In charge of the rule about migrations without a way back. */
import { readIrreversible, SqlScript } from '@catb/database';
import type { LintRule } from '../rule.ts';

export const rollbackMissing: LintRule = {
  name: 'rollback-missing',
  title: 'A migration has no way back',
  file: ({ source, layout, direction, twin }) => {
    if (layout === undefined || twin !== undefined || direction === 'down') return [];
    const reason = readIrreversible(new SqlScript(source.file, source.text));
    if (reason !== undefined && reason !== '') return [];
    return [
      {
        // Where there is not one rollback, the project has decided to live without.
        level: layout.hasRollbacks ? 'error' : 'info',
        object: layout.file,
        message: `There is no rollbacks/${layout.file}: when this goes wrong, there is no way back that keeps the data.`,
        hint: 'Write the rollback under the same name, or say why there is none: -- irreversible: <why>, above the first statement.',
        offset: 0,
      },
    ];
  },
};
