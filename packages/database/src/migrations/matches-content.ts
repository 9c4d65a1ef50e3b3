/** Tells whether a file still says what the history says was executed. */

function normalise(sql: string): string {
  return sql
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '');
}

const separators = /[\s;]*/y;

function skipSeparators(text: string, at: number): number {
  separators.lastIndex = at;
  separators.test(text);
  return separators.lastIndex;
}

/**
 * True when the stored statements, in their order, make up the whole file with nothing between them
 * but space and semicolons. How somebody split the file does not matter, so a row written by the
 * Supabase CLI is compared as exactly as one of ours. Line ends and space at the end of a line don't
 * count. `null`, as very old tools left it, says nothing and so is taken as equal.
 */
export function matchesContent(file: string, stored: readonly string[] | null): boolean {
  if (stored === null) return true;
  const text = normalise(file);
  let at = 0;
  for (const statement of stored) {
    const expected = normalise(statement).trim();
    const start = skipSeparators(text, at);
    const separated = at === 0 || text.slice(at, start).includes(';');
    if (!separated || !text.startsWith(expected, start)) return false;
    at = start + expected.length;
  }
  return skipSeparators(text, at) === text.length;
}
