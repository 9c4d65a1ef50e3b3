/** In charge of the shape of the triage cases: what a person writes, and what must come of it. */
import type { TriageCategory } from '../rule.ts';

/** Messages that must get the same category and, where `flag` says one, that flag among the topics. */
export interface TriageCases {
  category: TriageCategory;
  /** The rule that must match; null where no red flag may be raised at all. */
  flag: string | null;
  messages: readonly string[];
}
