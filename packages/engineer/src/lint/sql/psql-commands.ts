/** In charge of what only psql understands: its backslash commands, and rows behind a `copy`. */
import { scanSql, type SqlStatement } from '@catb/database';

/** Something that is for psql, and where. */
export interface PsqlCommand {
  message: string;
  /** Rows stand below it, up to a line with a backslash and a dot. */
  rowsFollow: boolean;
  /** In the file, in UTF-16 units. */
  offset: number;
}

/** True for what stands behind the rows of a `copy`, and ends them. */
export function endsRows(part: SqlStatement): boolean {
  return /^\\\.\s*$/m.test(part.text);
}

/** What of this statement is for psql; undefined when it is plain SQL. */
export function findPsqlCommand(file: string, part: SqlStatement): PsqlCommand | undefined {
  if (!part.text.includes('\\') && !/copy/i.test(part.text)) return undefined;
  const code = [...firstTokens(part.text)];
  for (const token of code) {
    if (token.kind !== 'symbol' || part.text[token.start] !== '\\') continue;
    const command = /^\\[^\s;]*/.exec(part.text.slice(token.start))?.[0] ?? '\\';
    const message = `${command} is a command of psql, not SQL: a migration is sent to the server as it is.`;
    return { message, rowsFollow: false, offset: part.offset + token.start };
  }
  const words = code.map((token) => part.text.slice(token.start, token.end).toLowerCase());
  if (words[0] !== 'copy' || !/\bfrom\s+stdin\b/i.test(part.text)) return undefined;
  // The tokens are counted from the text's start, comments included.
  const offset = part.offset + (code[0]?.start ?? 0);
  const rows = file.slice(offset).includes('\n\\.');
  return {
    rowsFollow: rows,
    message: rows
      ? 'copy … from stdin with the rows below it is for psql: a migration is sent to the server as SQL only.'
      : 'copy … from stdin needs a client that sends the rows: nobody does when a migration runs.',
    offset,
  };
}

/** A statement's own text is where a backslash outside of strings can stand; the rest is enough to scan once. */
function* firstTokens(text: string) {
  let taken = 0;
  for (const token of scanSql(text)) {
    if (token.kind === 'comment') continue;
    yield token;
    taken += 1;
    if (taken > 2_000) return;
  }
}
