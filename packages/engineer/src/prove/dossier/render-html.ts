/** In charge of a proof's page as HTML: one file, readable by day and by night, with no script. */
import type { Dossier, Section } from './section.ts';

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --good: #1a7f37; --bad: #cf222e; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #151b23; --good: #3fb950; --bad: #f85149; }
}
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.verdict { font-weight: 600; padding: .6rem .9rem; border-left: .3rem solid; background: var(--soft); }
.good { color: var(--good); } .bad { color: var(--bad); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9em; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { white-space: nowrap; } li { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .8rem; overflow-x: auto; font-size: .85em; }
`;

const outcomes: Readonly<Record<string, string>> = {
  passed: 'good',
  findings: 'bad',
  failed: 'bad',
  'not run': 'bad',
  widened: 'bad',
};

function cell(text: string): string {
  const name = outcomes[text];
  return `<td${name === undefined ? '' : ` class="${name}"`}>${escape(text)}</td>`;
}

function table({ head, rows }: NonNullable<Section['table']>): string {
  const headings = head.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<div class="wide"><table><thead><tr>${headings}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function diffLine(line: string): string {
  const name = line.startsWith('+') ? 'good' : line.startsWith('-') ? 'bad' : '';
  return `<span${name === '' ? '' : ` class="${name}"`}>${escape(line)}</span>`;
}

function renderSection({ title, note, table: rows, list, diff }: Section): string {
  return [
    `<section><h2>${escape(title)}</h2>`,
    note === null ? '' : `<p>${escape(note)}</p>`,
    rows === null || rows.rows.length === 0 ? '' : table(rows),
    list.length === 0 ? '' : `<ul>${list.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>`,
    diff.length === 0 ? '' : `<pre>${diff.map(diffLine).join('\n')}</pre>`,
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The whole page. */
export function renderHtml({ title, verdict, sections }: Dossier): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p class="verdict ${verdict.proved ? 'good' : 'bad'}">${escape(verdict.says)}</p>
${sections.map(renderSection).join('\n')}
</body>
</html>
`;
}
