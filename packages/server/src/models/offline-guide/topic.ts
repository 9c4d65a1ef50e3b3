/**
 * In charge of what an entry of the offline guide is.
 *
 * In every text `{cat}` stands for the cat's name or "your cat", `{Cat}` for the same at the start
 * of a sentence, and measures such as `{100 g}`, `{4 kg}`, `{38 C}` are told in the person's units.
 */

/** One subject that people ask about. */
export interface GuideTopic {
  /** Kebab-case and unique. */
  name: string;
  /** What it is about, to follow "about": "a cat that vomits". */
  about: string;
  /**
   * What people say when they mean it, in lower case. A word of five letters or more matches from
   * its start ("vomit" matches "vomited"), a shorter one whole or as a plural; several words match
   * in this order with at most two others in between.
   */
  signs: string[];
  /** Parts of triage rules' names that point here: "vomit" for `vomiting-blood`. */
  rules?: string[];
  /** What to know and do, most important first; each part stands alone. */
  advice: string[];
  /** When a vet has to see the cat. */
  vet: string;
  /** What to ask next, most telling first. */
  questions: string[];
  /** Counts only in a message that is about nothing else. */
  isSmallTalk?: boolean;
}

/** What to do on the way to a vet. */
export interface FirstAid {
  /** Kebab-case and unique. */
  name: string;
  /** As in `GuideTopic`. */
  rules: string[];
  /** As in `GuideTopic`; finds the entry when the rule's name doesn't. */
  signs: string[];
  /** What to do now, most important first. */
  doNow: string[];
  /** What must not be done, as sentences. */
  doNot: string[];
}
