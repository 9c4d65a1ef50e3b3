/** In charge of the rule about `lock table`. */
import { describeSize } from '../facts/table-size.ts';
import { writtenName } from '../facts/made-objects.ts';
import { isNew, sizeOf, type LintRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes.ts';

/** From `share` on, writers wait. Source: PostgreSQL's `lockdefs.h`. */
const modes: Readonly<Record<number, string>> = {
  5: 'share',
  6: 'share row exclusive',
  7: 'exclusive',
  8: 'access exclusive',
};
const stopsReaders = 8;

export const lockTable: LintRule = {
  name: 'lock-table',
  title: 'A table is locked against writers or readers',
  on: {
    LockStmt: ({ mode = 0, relations }, { file, statement }) =>
      nodesOf(relations, 'RangeVar').flatMap((relation) => {
        const table = file.facts.qualify(writtenName(relation), statement.order);
        const name = modes[mode];
        if (name === undefined || isNew(file, table, statement)) return [];
        return [
          {
            level: mode === stopsReaders ? 'error' : 'warning',
            object: table,
            message: `${table} is locked in ${name} mode until the transaction ends: ${mode === stopsReaders ? 'nobody reads or writes it' : 'nobody writes it'} meanwhile, and whoever waits holds up everybody behind.`,
            detail: describeSize(sizeOf(file, table)),
            hint: 'Lock the rows that matter (select … for update), or take an advisory lock.',
            offset: statement.place(relation.location),
          },
        ];
      }),
  },
};
