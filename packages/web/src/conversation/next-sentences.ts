/** Cuts an answer that is being written into pieces that can be spoken. */

const SENTENCE_END = /[.!?:](?=\s)["')\]]*\s+|\n+/g;

/**
 * The whole sentences of `text` after `from`, and where they end. A screen reader that is told
 * every token stammers; one that is told nothing until the end leaves a worried person waiting.
 */
export function nextSentences(text: string, from: number): { spoken: string; to: number } {
  let to = from;
  for (const match of text.slice(from).matchAll(SENTENCE_END))
    to = from + match.index + match[0].length;
  return { spoken: text.slice(from, to).replaceAll('**', '').trim(), to };
}
