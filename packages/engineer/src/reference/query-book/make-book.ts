/** In charge of making the query book: two databases, every query on both, one page. */
import type { EmbeddedPostgres } from '@catb/database';
import pg from 'pg';
import { fillBook, type BookSize } from './fill-book.ts';
import { judgeGrowth } from './judge-growth.ts';
import { readFigures } from './keep-figures.ts';
import { measureEntries, type MeasuredEntry } from './measure-entry.ts';
import { listNodes } from './plan-tree.ts';
import { renderBook, type Book } from './render-book.ts';
import { sessionEntries } from './session-entries.ts';
import { turnEntries } from './turn-entries.ts';

export const bookEntries = [...turnEntries, ...sessionEntries];

/** Ten times the sessions, and ten times the conversation. */
const sizes: Readonly<Record<'small' | 'large', BookSize>> = {
  small: { sessions: 200, conversation: 400 },
  large: { sessions: 2_000, conversation: 4_000 },
};

export interface BookOptions extends Pick<Book, 'indexPage' | 'marker'> {
  /** A throw-away server without autovacuum, whose database `catb` is migrated and empty. */
  server: Pick<EmbeddedPostgres, 'superuserUrl'>;
  /** The page as it was, whose figures stay where they still hold. */
  before: string;
}

/**
 * @returns the page
 * @throws Error when a query grows in another way than its entry says, or when its generic plan is not
 *   the one that is made for the values at hand
 */
export async function makeBook(options: BookOptions): Promise<string> {
  const { superuserUrl } = options.server;
  const smallUrl = await copyDatabase(superuserUrl, 'catb_small');
  const small = await measure(smallUrl, sizes.small);
  const large = await measure(superuserUrl, sizes.large);
  const wrong = large.flatMap((entry) => {
    const first = small.find((other) => other.entry.name === entry.entry.name);
    return first === undefined ? [] : (judgeGrowth(first, entry) ?? []);
  });
  if (wrong.length > 0) throw new Error(`The query book is wrong:\n${wrong.join('\n')}`);
  const { indexPage, marker } = options;
  return renderBook({ small, large, before: readFigures(options.before), indexPage, marker });
}

async function copyDatabase(url: string, name: string): Promise<string> {
  const copy = new URL(url);
  copy.pathname = '/postgres';
  const client = new pg.Client({ connectionString: copy.href });
  await client.connect();
  await client.query(`create database ${name} template catb`);
  await client.end();
  copy.pathname = `/${name}`;
  return copy.href;
}

async function measure(url: string, size: BookSize): Promise<MeasuredEntry[]> {
  const session = await fillBook(url, size);
  const generic = await measureEntries(url, session, bookEntries, 'generic');
  // The plans that the page prints; of the small database only the pages are told.
  if (size !== sizes.large) return generic;
  const custom = await measureEntries(url, session, bookEntries, 'custom');
  const other = generic.filter((entry, index) => shapeOf(entry) !== shapeOf(custom[index]));
  if (other.length === 0) return generic;
  throw new Error(
    `Generic and custom plans differ: ${other.map(({ entry }) => entry.name).join(', ')}`,
  );
}

/** What reads which table by which index; what only computes is left out. */
function shapeOf(measured: MeasuredEntry | undefined): string {
  return JSON.stringify(
    (measured?.inside ?? []).map(({ plan }) =>
      listNodes(plan)
        .filter((node) => (node['Index Name'] ?? node['Relation Name']) !== undefined)
        .map((node) => [node['Node Type'], node['Index Name'], node['Relation Name']]),
    ),
  );
}
