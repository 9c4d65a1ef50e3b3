/**
 * Reads the few marks that an answer may use: paragraphs, lists, bold. Everything else is text,
 * so that nothing in an answer can become part of the page.
 */

/** A run of text. */
export interface Span {
  text: string;
  isBold: boolean;
}

/** A paragraph has lines; a list has items. Both are lists of runs. */
export interface Block {
  kind: 'paragraph' | 'bullets' | 'numbers';
  lines: Span[][];
}

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*\d{1,3}[.)]\s+(.*)$/;
const HEADING = /^\s*#{1,6}\s+(.*)$/;

/** The blocks of an answer, also of one that is only half written. */
export function parseReply(reply: string): Block[] {
  const blocks: Block[] = [];
  let isAfterGap = false;
  for (const line of reply.split('\n')) {
    if (line.trim() === '') {
      isAfterGap = true;
      continue;
    }
    const { kind, spans } = parseLine(line);
    const open = blocks.at(-1);
    // A blank line ends a paragraph; the items of a list may have one between them.
    if (open?.kind !== kind || (kind === 'paragraph' && isAfterGap))
      blocks.push({ kind, lines: [spans] });
    else open.lines.push(spans);
    isAfterGap = false;
  }
  return blocks;
}

function parseLine(line: string): { kind: Block['kind']; spans: Span[] } {
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) return { kind: 'bullets', spans: parseSpans(bullet) };
  const number = NUMBER.exec(line)?.[1];
  if (number !== undefined) return { kind: 'numbers', spans: parseSpans(number) };
  const heading = HEADING.exec(line)?.[1];
  if (heading !== undefined)
    return { kind: 'paragraph', spans: [{ text: heading.replaceAll('**', ''), isBold: true }] };
  return { kind: 'paragraph', spans: parseSpans(line) };
}

function parseSpans(line: string): Span[] {
  const parts = line.split('**');
  if (parts.length % 2 === 0) {
    // One mark too many: its twin isn't written yet, or it is meant as it stands.
    const tail = parts.pop() ?? '';
    parts.push(`${parts.pop() ?? ''}**${tail}`);
  }
  return parts.flatMap((text, index) => (text === '' ? [] : { text, isBold: index % 2 === 1 }));
}
