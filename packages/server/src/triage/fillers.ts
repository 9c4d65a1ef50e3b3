/** In charge of the words that patterns and messages may have anywhere without changing what is meant. */

/**
 * Passed over in messages, so that `not eating` also finds "is not really eating". A pattern that has
 * one asks for it.
 * Words that turn a meaning round (not, no, without) or carry one (in, on, out, up, down) are not here.
 */
export const FILLERS: ReadonlySet<string> = new Set(
  `a an the this that these those his her hers its their my our your some any of to at
   is are was were be been being am has have had having do does did will would can could may might
   shall should must he she it they him them i we you me us there
   really very so just quite pretty little lot still even also too actually basically literally
   totally completely absolutely fully slightly kind kinda sort like now suddenly all both again
   already ever seem seems seemed seeming look looks looked looking appear appears appeared
   get gets getting gotten become becoming becomes start starts started starting began begun
   think um uh please only own pretty poor super extremely somehow almost nearly currently right`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
