/** In charge of what is said beside the matrix in a terminal: who was taken for whom, errors, differences. */
import type { AccessMatrix } from '../access-matrix.ts';
import type { AccessDifference } from '../judge/compare-matrices.ts';
import { listFailures } from './cell-letters.ts';
import { describeIdentities } from './format-markdown.ts';

/** More lines of one kind than that are counted and not shown. */
const mostLines = 20;

/** The notes as paragraphs; a paragraph of which there is nothing to say is left out. */
export function formatNotes(
  matrix: AccessMatrix,
  differences: readonly AccessDifference[] | null,
): string {
  const failures = listFailures(matrix).map(
    ({ object, verbs, sqlstate, message }) =>
      `${object} (${verbs.join(', ')}): ${message} (${sqlstate})`,
  );
  const lack = matrix.missing.map(({ object, reason }) => `${object}: ${reason}`);
  const remarks = matrix.remarks.map(({ object, reason }) => `${object}: ${reason}`);
  const changed = (differences ?? []).map(
    ({ object, actor, verb, before, after, widens }) =>
      `${widens ? '▲' : ' '} ${object}, ${actor}, ${verb}: ${before ?? 'not tried'} → ${after ?? 'not tried'}`,
  );
  return [
    paragraph('Who is who', describeIdentities(matrix)),
    paragraph('Errors that are no refusals', failures),
    paragraph('The copy lacks', lack),
    paragraph('About the witness rows', remarks),
    paragraph('Could not be read for who asks', matrix.unread),
    paragraph('Differs from the accepted matrix (▲ opens something)', changed),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function paragraph(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  if (lines.length > mostLines) shown.push(`  and ${lines.length - mostLines} more`);
  return [`${title}:`, ...shown].join('\n');
}
