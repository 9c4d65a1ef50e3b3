/** In charge of the line of source under a finding, with a caret where it is. */
import { widthOf, type Paint } from '../../inspect/format-text.ts';
import type { SourceText, TextPosition } from '../sql/source-text.ts';

/** The line, and the caret below it. A long line is cut around the caret, a tab is four spaces. */
export function showLine(
  source: SourceText,
  { line, column }: TextPosition,
  paint: Paint,
  width: number,
): string[] {
  const number = String(line);
  const room = Math.max(20, width - number.length - 6);
  const text = source.lineText(line);
  const before = expandTabs(text.slice(0, column - 1));
  const shown = expandTabs(text);
  const from = before.length < room - 10 ? 0 : before.length - Math.floor(room / 2);
  const cut = `${from > 0 ? '…' : ''}${shown.slice(from > 0 ? from + 1 : 0, from + room)}${shown.length > from + room ? '…' : ''}`;
  const bar = paint.faint('│');
  return [
    `  ${paint.faint(number)} ${bar} ${cut}`,
    `  ${' '.repeat(number.length)} ${bar} ${' '.repeat(widthOf(before.slice(from)))}${paint.bad('^')}`,
  ];
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '    ');
}
