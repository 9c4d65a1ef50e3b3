/** In charge of text inside XML. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters, which XML does not allow, become spaces. */
export function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
