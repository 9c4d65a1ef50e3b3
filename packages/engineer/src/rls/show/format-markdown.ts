/** In charge of the matrix as Markdown. */
import { people, type AccessMatrix } from '../access-matrix.ts';
import { failureOf, legend, listFailures, marksOf } from './cell-letters.ts';

/** The matrix, who was taken for whom, and what could not be tried. */
export function formatMarkdown(matrix: AccessMatrix): string {
  const columns = matrix.roles.flatMap(({ name }) => people.map((who) => ({ role: name, who })));
  const lines = [
    '# Access, by experiment',
    '',
    ...describeIdentities(matrix).map((line) => `- ${line}`),
    '',
    `| | ${columns.map(({ role, who }) => `${escape(role)}<br>${who}`).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...matrix.objects.map(({ object, cells }) => {
      const shown = columns.map(({ role, who }) => {
        const marks = marksOf(cells, role, who).map(({ letter, kind }) =>
          kind === 'others' ? `**${letter}**` : letter,
        );
        if (failureOf(cells, role, who) !== undefined) marks.push('!');
        return marks.length === 0 ? '·' : marks.join('');
      });
      return `| ${escape(object)} | ${shown.join(' | ')} |`;
    }),
    '',
    `${legend.letters}`,
    '',
    `${legend.cases}`,
  ];
  const failures = listFailures(matrix);
  if (failures.length > 0) {
    lines.push('', '## Errors that are no refusals', '');
    for (const { object, verbs, sqlstate, message } of failures) {
      lines.push(`- ${escape(object)} (${verbs.join(', ')}): ${escape(message)} (${sqlstate})`);
    }
  }
  const untried = [...matrix.untried, ...matrix.remarks];
  if (untried.length > 0) {
    lines.push('', '## Not proved', '');
    for (const { object, reason } of untried) lines.push(`- ${escape(object)}: ${escape(reason)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Who was taken for whom, a sentence for each carrier. */
export function describeIdentities(matrix: AccessMatrix): string[] {
  if (matrix.identities.length === 0) return ['No policy, view or function asks who is asking.'];
  return matrix.identities.map(({ carrier, column, used, owner, stranger }) => {
    const from = column === null ? 'as given' : `from ${column}`;
    return used
      ? `${carrier} says who asks, ${from}: the owner is ${owner}, the stranger ${stranger}`
      : `${carrier} could say who asks, but nothing was reached with it: it was left out`;
  });
}

function escape(text: string): string {
  return text.replace(/[\\|*_`<>[\]]/g, (letter) => `\\${letter}`).replaceAll('\n', ' ');
}
