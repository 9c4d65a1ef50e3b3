/**
 * In charge of keeping out of a reply what PostgreSQL's `text` and UTF-8 can't hold: NUL
 * characters and halves of surrogate pairs.
 */

/** Cleans a text that arrives in parts. */
export interface TextCleaner {
  /** The clean text of this part; half a pair at its end waits for the next one. */
  push(part: string): string;
}

/** A cleaner for one text. */
export function createTextCleaner(): TextCleaner {
  let waiting = '';
  return {
    push(part) {
      let text = waiting + part;
      waiting = '';
      const last = text.charCodeAt(text.length - 1);
      if (last >= 0xd800 && last <= 0xdbff) {
        waiting = text.slice(-1);
        text = text.slice(0, -1);
      }
      return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
    },
  };
}
