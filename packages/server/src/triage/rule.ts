/** The shapes that triage works with: a rule as the database stores it, and what triage answers. */

/** The four categories, most severe first where severity decides: emergency, urgent, then the rest. */
export type TriageCategory = 'emergency' | 'urgent' | 'routine' | 'behavioral';

/** One enabled row of `public.triage_rules`, its word lists already written out by the database. */
export interface TriageRule {
  /** Stable id in kebab-case, such as `urinary-blockage`. */
  name: string;
  category: TriageCategory;
  /** What a person reads: "Straining to urinate with nothing coming out". */
  label: string;
  /** One plain sentence that says what to do. */
  advice: string;
  /** Any one of them matching is a match; see `pattern-language.ts`. */
  patterns: string[];
  /** A match that shares a word with one of these does not count. */
  exceptions: string[];
}

/** An emergency or urgent rule that a message matched. */
export interface RedFlag {
  name: string;
  label: string;
  advice: string;
  /** The rule's category, one step lower when it was a general question about cats. */
  category: TriageCategory;
}

/** What triage found in a message. */
export interface Triage {
  category: TriageCategory;
  /** Emergency and urgent matches, most severe first. */
  redFlags: RedFlag[];
  /** Names of all the matched rules, also of those that a past event or somebody else's pet matched. */
  topics: string[];
}

/** What else is known when a message is judged. */
export interface TriageContext {
  /** The person's earlier messages, most recent last; the last three count. */
  earlierUserMessages?: readonly string[];
  /** The cat's profile, where there is one. */
  profile?: { sex?: 'male' | 'female' | 'unknown'; ageMonths?: number };
}
