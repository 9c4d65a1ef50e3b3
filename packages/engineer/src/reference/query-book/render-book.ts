/** In charge of the page of the query book. */
import { code, fence, link, table } from '../markdown.ts';
import type { Growth } from './book-entry.ts';
import { keepFigure, type Figures } from './keep-figures.ts';
import type { MeasuredEntry } from './measure-entry.ts';
import { listIndexes, renderPlan } from './plan-tree.ts';
import { layOutStatement } from './lay-out-statement.ts';
import { noteOf } from './statement-notes.ts';
import type { TracedStatement } from './trace-plans.ts';

const growths: Readonly<Record<Growth, { order: string; text: string }>> = {
  level: { order: 'O(log n)', text: 'stays level' },
  conversation: { order: 'O(m)', text: 'with the conversation' },
  week: { order: 'O(w)', text: 'with a week’s messages' },
};

export interface Book {
  small: readonly MeasuredEntry[];
  large: readonly MeasuredEntry[];
  /** What the page said before. */
  before: Figures;
  /** Where an index is described, from the page of the book; null: nowhere. */
  indexPage: (index: string) => string | null;
  /** The first line of the page. */
  marker: string;
}

export function renderBook({ small, large, before, indexPage, marker }: Book): string {
  const rows = large.map(({ entry, pages, inside }) => {
    const first = small.find((other) => other.entry.name === entry.name)?.pages ?? 0;
    const old = before.get(entry.name);
    const { order, text } = growths[entry.growth];
    return [
      link(code(entry.name), `#${entry.name}`),
      keepFigure(old?.small, first).toLocaleString('en'),
      keepFigure(old?.large, pages).toLocaleString('en'),
      `${order}, ${text}`,
      String(inside.length),
    ];
  });
  return [
    marker,
    '# Query book',
    introduction,
    table(
      [
        { title: 'Query' },
        { title: 'Pages, 8,400 messages', right: true },
        { title: 'Pages, 84,000 messages', right: true },
        { title: 'Grows' },
        { title: 'Statements inside', right: true },
      ],
      rows,
    ),
    '`n` is the number of rows in a table, of which an index descent takes the logarithm: three or four pages in practice, a level more for every two hundred times the rows. `m` is the number of messages of the session, `w` that of the last seven days.',
    ...renderEntries(large, indexPage),
  ].join('\n\n');
}

const introduction =
  'Every query that the backend runs: one file a statement in `packages/database/src/operations`, each of which calls one SQL function. Under each is what runs inside it, as `auto_explain` told it while the real operation ran, on a database of 200 sessions and one of 2,000, each session with 40 messages, beside one conversation of 400 messages and of 4,000 that the queries look at. A page is 8 kB of a table or an index; all were in memory. Plans are the generic ones, which a connection that has been busy for a while uses, and were compared with those made for the values at hand.';

/** A statement that was shown before is named, not shown again. */
function renderEntries(
  entries: readonly MeasuredEntry[],
  indexPage: (index: string) => string | null,
): string[] {
  const shown = new Map<string, string>();
  return entries.flatMap(({ entry, sent, inside }) => {
    const { order, text } = growths[entry.growth];
    const indexes = [...new Set(inside.flatMap(({ plan }) => listIndexes(plan)))].sort();
    const served = indexes.map((name) => {
      const page = indexPage(name);
      return page === null ? code(name) : link(code(name), page);
    });
    return [
      `## ${entry.name}`,
      entry.why,
      `**Cost:** ${order}, ${text}. ${entry.because}`,
      `**Served by:** ${served.join(', ') || 'no index'}`,
      fence('sql', layOutStatement(sent)),
      ...inside.flatMap((statement) => renderStatement(statement, { sent, entry }, shown)),
    ];
  });
}

function renderStatement(
  { text, plan }: TracedStatement,
  { sent, entry }: Pick<MeasuredEntry, 'sent' | 'entry'>,
  shown: Map<string, string>,
): string[] {
  const printed = renderPlan(plan).join('\n');
  if (text === sent) return [fence('text', printed)];
  const { title, why } = noteOf(text, plan);
  const id = `${text}\n${printed}`;
  const before = shown.get(id);
  if (before !== undefined) return [`**${title}**, as under ${link(code(before), `#${before}`)}.`];
  shown.set(id, entry.name);
  return [
    `**${title}.**${why === null ? '' : ` ${why}`}`,
    fence('sql', layOutStatement(text)),
    fence('text', printed),
  ];
}
