/** In charge of the one shape in which lint, audit, prove and rls say what they found. */

/** `error` fails a run; `warning` too, unless it is accepted; `info` never does. */
export type FindingLevel = 'error' | 'warning' | 'info';

/** Where in a file: lines and columns count from 1. */
export interface FindingLocation {
  file: string;
  line: number;
  column: number;
}

/** One thing that is wrong, or may be. */
export interface Finding {
  /** Names the page `docs/reference/rules/<rule>.md`. */
  rule: string;
  level: FindingLevel;
  /** Schema-qualified and quoted where it must be, such as `public.messages`; null when no object is concerned. */
  object: string | null;
  /** What is wrong, on what. */
  message: string;
  /** How it is known: what was measured or read. */
  detail: string | null;
  /** What to do about it. */
  hint: string | null;
  location: FindingLocation | null;
}
