/** In charge of statements as the book prints them. */

/**
 * Without blank lines, comments before it, trailing spaces, the indentation that all lines share, and
 * the room that plpgsql leaves where `into` stood.
 */
export function layOutStatement(statement: string): string {
  const lines = statement
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  const start = lines.findIndex((line) => !line.trim().startsWith('--'));
  const [first = '', ...rest] = lines.slice(start);
  const depths = rest.map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...depths, 40);
  return [first, ...rest]
    .map((line, index) => {
      const depth = index === 0 ? 0 : (depths[index - 1] ?? 0) - shared;
      const text = line.trim().replace(/(\S) {2,}(?=[a-z])/g, '$1 ');
      return `${' '.repeat(index === 0 ? 0 : depth > 20 ? 0 : depth)}${text}`;
    })
    .join('\n');
}
