/** In charge of the parts that a page about a proof is made of, however it is shown. */

/** A part with a heading. What is null or empty is left out. */
export interface Section {
  title: string;
  /** A sentence or two. */
  note: string | null;
  table: { head: string[]; rows: string[][] } | null;
  list: string[];
  /** Lines that begin with `-` or `+`. */
  diff: string[];
}

/** How it came out, in one word and one sentence. */
export interface Verdict {
  proved: boolean;
  says: string;
}

/** A whole page. */
export interface Dossier {
  title: string;
  verdict: Verdict;
  sections: Section[];
}

/** A section with a heading and nothing else yet. */
export function section(title: string, more: Partial<Omit<Section, 'title'>> = {}): Section {
  return { title, note: null, table: null, list: [], diff: [], ...more };
}

/** Whether there is anything to show. */
export function hasContent({ note, table, list, diff }: Section): boolean {
  return note !== null || (table?.rows.length ?? 0) > 0 || list.length > 0 || diff.length > 0;
}
