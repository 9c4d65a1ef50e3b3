/** In charge of which functions a body calls, whatever language it is in. */
import { scanSync, type ScanToken } from 'libpg-query';

/** A call as it was written. */
export interface Call {
  schema: string | null;
  name: string;
}

/**
 * The calls in a body of SQL or PL/pgSQL, found by PostgreSQL's own lexer: what stands in a comment
 * or a string is none. Keywords that are followed by a bracket, such as `in (`, come along.
 */
export function listCalls(body: string): Call[] {
  const tokens = scanSync(body).tokens.filter(({ tokenName }) => !tokenName.endsWith('COMMENT'));
  return tokens.flatMap((token, index) => {
    if (tokens[index + 1]?.text !== '(') return [];
    const name = nameOf(token);
    if (name === null) return [];
    const isQualified = tokens[index - 1]?.text === '.';
    return [{ schema: isQualified ? nameOf(tokens[index - 2]) : null, name }];
  });
}

function nameOf(token: ScanToken | undefined): string | null {
  if (token === undefined) return null;
  const { text } = token;
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  return /^[\p{L}_]/u.test(text) ? text.toLowerCase() : null;
}
