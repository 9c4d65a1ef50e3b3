/** In charge of `schema.sql`: the migrations that were applied, as one script that psql can run. */
import { classifyStatement, createHistory, scanSql, splitStatements } from '@catb/database';
import type { Migration } from './take-snapshot.ts';

/** Between migrations: one that set something must not change how the next one runs. */
export const resetSession =
  'reset session authorization; reset role; reset all; set client_min_messages = warning; set statement_timeout = 0;';

/** The script; it runs in one transaction, which whoever runs it opens. */
export function writeSchema(migrations: readonly Migration[]): string {
  const parts = migrations.map(({ version, name, statements }) =>
    [
      `-- ${version} ${name.replace(/\s+/g, ' ')}`,
      resetSession,
      ...statements.flatMap(runnable),
    ].join('\n'),
  );
  return `${[resetSession, createHistory.trim(), ...parts, resetSession].join('\n\n')}\n`;
}

/** The statement as it can be run on empty tables in a transaction; nothing where it can't be. */
function runnable(text: string): string[] {
  return splitStatements(text)
    .filter((statement) => !statement.empty)
    .flatMap((statement) => {
      const kind = classifyStatement(statement);
      if (kind === 'transactional') return [`${statement.text}\n;`];
      // Vacuum, reindex and their like have nothing to do in an empty database.
      if (!kind.endsWith('-concurrently')) return [];
      return [`${withoutConcurrently(statement.text)}\n;`];
    });
}

/** Nobody else is in the database: what is concurrent there would only be refused in a transaction. */
function withoutConcurrently(text: string): string {
  for (const token of scanSql(text)) {
    const word = text.slice(token.start, token.end);
    if (token.kind !== 'word' || word.toLowerCase() !== 'concurrently') continue;
    return text.slice(0, token.start) + text.slice(token.end);
  }
  return text;
}
