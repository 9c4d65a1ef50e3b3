/** In charge of the rule about materialized views that are refreshed while nobody may read them. */
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { writtenName } from '../facts/made-objects.ts';
import { insertBehind } from '../fix/insert-word.ts';
import { isNew, relationOf, type LintRule } from '../rule.ts';

export const refreshWithoutConcurrently: LintRule = {
  name: 'refresh-without-concurrently',
  title: 'A materialized view is refreshed while nobody may read it',
  on: {
    RefreshMatViewStmt: (node, { file, statement }) => {
      const view = file.facts.qualify(writtenName(node.relation), statement.order);
      // Without its rows there is nothing to read, and what the file makes nobody reads yet.
      const harmless = node.concurrent === true || node.skipData === true;
      if (harmless || isNew(file, view, statement)) return [];
      const relation = relationOf(file, view);
      const possible = relation?.indexes.some((index) => index.unique && index.whole) ?? false;
      const concurrently = `refresh materialized view concurrently ${view}`;
      return [
        {
          level: levelBySize(relation?.size),
          object: view,
          message: `Nobody reads ${view} until the refresh is done.`,
          detail: describeSize(relation?.size),
          hint:
            relation === undefined || possible
              ? `${concurrently}. It needs a unique index on plain columns that covers every row${possible ? ', which it has' : ''}.`
              : `Give it a unique index on plain columns that covers every row, then ${concurrently}.`,
          fix: possible ? insertBehind(statement, 'view', 'concurrently') : undefined,
        },
      ];
    },
  },
};
