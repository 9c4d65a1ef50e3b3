/** How long a message may be. */

/** Most characters (UTF-16 units) in a message: more than anybody types, less than a pasted book. */
export const LIMIT = 20_000;

/** The text up to the limit, never ending in half a character. */
export function cutToLimit(text: string): string {
  if (text.length <= LIMIT) return text;
  const last = text.charCodeAt(LIMIT - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? LIMIT - 1 : LIMIT);
}
