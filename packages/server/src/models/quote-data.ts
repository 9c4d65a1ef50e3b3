/** In charge of putting what people wrote into a prompt so that it stays data. */

/**
 * One line of at most `limit` characters that can't close or open a tag. Line breaks and control
 * characters become spaces, angle brackets become quotation marks that look alike.
 */
export function quoteLine(text: string, limit: number): string {
  return cutWhole(
    escapeTags(text)
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
    limit,
  );
}

/** The same for a text of several lines, whose line breaks stay. */
export function quoteText(text: string, limit: number): string {
  const lines = escapeTags(text).split(/\r?\n/);
  return cutWhole(
    lines
      .map((line) => line.replace(/\p{Cc}+/gu, ' '))
      .join('\n')
      .trim(),
    limit,
  );
}

/** A block that the instructions can refer to by name. */
export function dataBlock(tag: string, content: string): string {
  return `<${tag}>\n${content}\n</${tag}>`;
}

function escapeTags(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** Cuts between characters, never inside a surrogate pair. */
function cutWhole(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
