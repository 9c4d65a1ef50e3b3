/** In charge of writing contractions out, so that "won't", "wont" and "will not" are the same words. */

const NOT_FORMS: Record<string, string> = {
  aint: 'is',
  arent: 'are',
  cant: 'can',
  cannot: 'can',
  cnat: 'can',
  couldnt: 'could',
  didnt: 'did',
  dident: 'did',
  doesnt: 'does',
  doesent: 'does',
  dosent: 'does',
  dosnt: 'does',
  dont: 'do',
  hadnt: 'had',
  hasnt: 'has',
  hasent: 'has',
  havent: 'have',
  havnt: 'have',
  isnt: 'is',
  isint: 'is',
  mustnt: 'must',
  shouldnt: 'should',
  wasnt: 'was',
  werent: 'were',
  wont: 'will',
  wouldnt: 'would',
};

const WRITTEN_TOGETHER: Record<string, readonly string[]> = {
  hes: ['he', 'is'],
  shes: ['she', 'is'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  thats: ['that', 'is'],
  theyre: ['they', 'are'],
  theres: ['there', 'is'],
  whats: ['what', 'is'],
  gonna: ['going', 'to'],
  alot: ['a', 'lot'],
  nonstop: ['non', 'stop'],
  hasnot: ['has', 'not'],
};

const ENDINGS: Record<string, string> = {
  s: 'is',
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
  m: 'am',
};

/**
 * Writes one lower-case word out: `can't` is `can`, `not`; `cat's` is `cat`, `is` (a possessive reads
 * the same, and `is` is a filler); anything else is itself without its apostrophes.
 */
export function splitContraction(word: string): readonly string[] {
  const bare = word.replaceAll("'", '');
  const negated = Object.hasOwn(NOT_FORMS, bare) ? NOT_FORMS[bare] : undefined;
  if (negated !== undefined) return [negated, 'not'];
  const together = Object.hasOwn(WRITTEN_TOGETHER, bare) ? WRITTEN_TOGETHER[bare] : undefined;
  if (together !== undefined) return together;
  const cut = word.indexOf("'");
  if (cut > 0) {
    const ending = word.slice(cut + 1);
    const verb = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
    if (verb !== undefined) return [word.slice(0, cut), verb];
  }
  return [bare];
}
