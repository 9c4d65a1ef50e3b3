/** In charge of the matrix as one HTML page that needs nothing else. */
import type { Finding } from '../../findings/finding.ts';
import { people, type AccessCell, type AccessMatrix, type ObjectAccess } from '../access-matrix.ts';
import { describeCells } from '../judge/describe-cells.ts';
import { failureOf, isReached, listFailures, marksOf, verbLetters } from './cell-letters.ts';
import { describeIdentities } from './format-markdown.ts';
import { pageStyle } from './page-style.ts';

/** The page; the findings stand above the table. */
export function formatHtml(matrix: AccessMatrix, findings: readonly Finding[]): string {
  const reached = matrix.objects.filter((access) => isReached(matrix, access));
  const leaks = findings.filter(({ level }) => level !== 'info').length;
  const verdict =
    leaks === 0
      ? '<p class="verdict good">No finding is open.</p>'
      : `<p class="verdict bad">${leaks} ${leaks === 1 ? 'finding' : 'findings'}.</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Access, by experiment</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Access, by experiment</h1>
${verdict}
<p>${matrix.attempts.toLocaleString('en')} statements were tried on a copy with rows of two tenants, and taken back.</p>
${list(describeIdentities(matrix))}
${findings.length === 0 ? '' : `<h2>Findings</h2>\n${findings.map(showFinding).join('\n')}`}
<h2>Who reached what</h2>
${showLegend()}
<div class="scroll" role="region" aria-label="Access matrix" tabindex="0">
<table>
<thead>${showHead(matrix)}</thead>
<tbody>
${reached.map((access) => showRow(matrix, access)).join('\n')}
</tbody>
</table>
</div>
${showUnreached(matrix.objects.filter((access) => !reached.includes(access)))}
${showFailures(matrix)}
${showUntried(matrix)}
</main>
</body>
</html>
`;
}

function showFinding({ rule, level, message, detail, hint }: Finding): string {
  return `<section class="finding ${level}"><h3>${text(message)}</h3><p><code>${text(rule)}</code> · ${level}</p>${
    detail === null ? '' : `<p>${text(detail)}</p>`
  }${hint === null ? '' : `<p class="hint">${text(hint)}</p>`}</section>`;
}

function showHead({ roles }: AccessMatrix): string {
  const groups = roles.map(
    ({ name, bypasses }) =>
      `<th scope="colgroup" colspan="3">${text(name)}${bypasses ? '<small>passes row level security</small>' : ''}</th>`,
  );
  const who = roles.flatMap(() => people.map((person) => `<th scope="col">${person}</th>`));
  return `<tr><td rowspan="2"></td>${groups.join('')}</tr><tr>${who.join('')}</tr>`;
}

function showRow({ roles }: AccessMatrix, { object, kind, cells }: ObjectAccess): string {
  const shown = roles.flatMap(({ name: role }) =>
    people.map((who) => {
      const marks = marksOf(cells, role, who);
      const failed = failureOf(cells, role, who);
      const label = describeCell(cells, role, who);
      const letters = marks.map(({ letter, kind: whose }) =>
        whose === 'others' ? `<b>${letter}</b>` : letter,
      );
      if (failed !== undefined) letters.push('<i>!</i>');
      const classes = marks.some(({ kind: whose }) => whose === 'others')
        ? ' class="others"'
        : marks.length > 0
          ? ' class="own"'
          : '';
      return `<td${classes} title="${text(label)}"><span aria-hidden="true">${letters.join('') || '·'}</span><span class="spoken">${text(label)}</span></td>`;
    }),
  );
  return `<tr><th scope="row">${text(object).replace(/[,(._]/g, '$&<wbr>')}<small>${kind}</small></th>${shown.join('')}</tr>`;
}

function describeCell(cells: readonly AccessCell[], role: string, who: string): string {
  const theirs = cells.filter((cell) => cell.role === role && cell.who === who);
  const others = theirs.filter((cell) => cell.others > 0);
  const own = theirs.filter((cell) => cell.own > 0).map(({ verb }) => verb);
  const parts = [
    ...(others.length > 0 ? [describeCells(others)] : []),
    ...(own.length > 0 ? [`own rows by ${own.join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'nothing reached';
}

function showLegend(): string {
  const letters = Object.entries(verbLetters)
    .map(([verb, letter]) => `<span><kbd>${letter}</kbd> ${verb}</span>`)
    .join(' ');
  return `<p class="legend">${letters}</p>
<p class="legend"><span class="own">small: one’s own rows only</span> <span class="others"><b>CAPITAL</b>: rows of others</span> <span>· nothing reached</span> <span><i>!</i> an error that is no refusal</span></p>`;
}

function showUnreached(objects: readonly ObjectAccess[]): string {
  if (objects.length === 0) return '';
  const summary = `Nobody reaches anything of ${objects.length} more`;
  return `<details><summary>${summary}</summary>${list(objects.map(({ object }) => object))}</details>`;
}

function showFailures(matrix: AccessMatrix): string {
  const failures = listFailures(matrix);
  if (failures.length === 0) return '';
  const items = failures.map(
    ({ object, verbs, sqlstate, message }) =>
      `${object} (${verbs.join(', ')}): ${message} (${sqlstate})`,
  );
  return `<h2>Errors that are no refusals</h2>\n${list(items)}`;
}

function showUntried({ untried, remarks }: AccessMatrix): string {
  const items = [...untried, ...remarks].map(({ object, reason }) => `${object}: ${reason}`);
  return items.length === 0 ? '' : `<h2>Not proved</h2>\n${list(items)}`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
}

function text(plain: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return plain.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
