/** In charge of where a reader finds what a rule means. */
import { lintRules } from '../rules/index.ts';
import { squawkRules } from '../squawk/squawk-rules.ts';

const titles = new Map(lintRules.map(({ name, title }) => [name, title]));

/** The page of a rule, from the root of catb's repository. */
export function rulePage(rule: string): string {
  return `docs/reference/rules/${pageName(rule)}`;
}

/** The page and the place in it, from the folder of the pages. */
export function pageName(rule: string): string {
  return rule.startsWith('squawk-') ? `squawk.md#${rule.slice('squawk-'.length)}` : `${rule}.md`;
}

/** What is wrong with everything that the rule finds. */
export function ruleTitle(rule: string): string {
  const own = titles.get(rule);
  if (own !== undefined) return own;
  const squawk = squawkRules[rule.replace(/^squawk-/, '')];
  if (squawk?.treatment === 'kept' && squawk.title !== '') return squawk.title;
  if (rule === 'squawk') return 'squawk could not check the file';
  return rule === 'accepted-finding-stale' ? 'An acceptance that nothing needs' : rule;
}
