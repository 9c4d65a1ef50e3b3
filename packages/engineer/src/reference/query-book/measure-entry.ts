/** In charge of running an entry of the book and keeping what ran, then taking it back. */
import type { BookEntry } from './book-entry.ts';
import type { BookSession } from './fill-book.ts';
import { countPages, listNodes, type PlanNode } from './plan-tree.ts';
import { withTrace, type PlanMode, type TracedStatement } from './trace-plans.ts';

/** An entry as it ran. */
export interface MeasuredEntry {
  entry: BookEntry;
  /** What the backend sent. */
  sent: string;
  /** What ran inside, each statement once, in the order of its first run. */
  inside: TracedStatement[];
  /** Pages of tables and indexes that were touched, once the connection was warm. */
  pages: number;
}

/**
 * Runs each entry twice in transactions that are rolled back, and tells of the second: the first
 * time a connection also reads the catalog.
 *
 * @param url as a superuser
 */
export async function measureEntries(
  url: string,
  session: BookSession,
  entries: readonly BookEntry[],
  mode: PlanMode,
): Promise<MeasuredEntry[]> {
  const measured: MeasuredEntry[] = [];
  for (const entry of entries) {
    const traced = await withTrace(url, entry.role ?? 'catb_server', mode, async (trace) => {
      const runs: TracedStatement[][] = [];
      for (let run = 0; run < 2; run += 1) {
        await trace.database.pool.query('begin');
        await entry.run(trace.database, session, async (query) => {
          trace.take();
          const result = await query();
          // A statement with parameters is told when its portal goes, at the next statement.
          await trace.database.pool.query('select');
          runs.push(trace.take().slice(0, -1));
          return result;
        });
        await trace.database.pool.query('rollback');
      }
      return runs[1] ?? [];
    });
    measured.push(tellEntry(entry, traced));
  }
  return measured;
}

function tellEntry(entry: BookEntry, traced: readonly TracedStatement[]): MeasuredEntry {
  const sent = traced.at(-1);
  if (sent === undefined) throw new Error(`auto_explain told nothing of ${entry.name}`);
  const once = new Map(
    traced
      .filter(({ text, plan }) => text === sent.text || touchesRows(plan))
      .map((statement) => [statement.text, statement]),
  );
  once.delete(sent.text);
  // A statement that calls no function has its plan itself.
  const inside = listNodes(sent.plan).some((node) => node['Relation Name'] !== undefined)
    ? [sent]
    : [...once.values()];
  return { entry, sent: sent.text, inside, pages: countPages(sent.plan) };
}

/** Statements that only compute or only call another are told by those. */
function touchesRows(plan: PlanNode): boolean {
  return listNodes(plan).some((node) => node['Relation Name'] !== undefined);
}
