/** In charge of the comments that allow a finding: `-- catb-lint: allow <rule>: <reason>`. */
import type { LintFile } from '../rule.ts';

/** A comment that allows one rule for one statement. */
export interface Allowance {
  rule: string;
  reason: string;
  /** The statement of the file, from 0; undefined when none follows. */
  top: number | undefined;
  offset: number;
  /** Why it allows nothing. */
  problem?: string;
}

const comment = /--[ \t]*catb-lint:[ \t]*([^\n]*)/g;
const allow = /^allow[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)[ \t]*(?::[ \t]*(.*))?$/;
const shortestReason = 10;

/** Every allow comment of a file, those that say too little included. */
export function findAllowances(file: Pick<LintFile, 'source' | 'parts'>): Allowance[] {
  return [...file.source.text.matchAll(comment)].flatMap((found): Allowance[] => {
    const offset = found.index;
    const top = statementOf(file, offset);
    const [, rules = '', reason = ''] = allow.exec((found[1] ?? '').trim()) ?? [];
    const common = { reason: reason.trim(), top, offset };
    if (rules === '') {
      return [
        {
          ...common,
          rule: '',
          problem: 'This comment is addressed to catb lint and does not say what to allow.',
        },
      ];
    }
    return rules.split(',').map((rule) => {
      const name = rule.trim();
      if (common.reason.length < shortestReason) {
        const problem = `${name} is allowed without a reason: whoever reads it next has to know why.`;
        return { ...common, rule: name, problem };
      }
      return { ...common, rule: name };
    });
  });
}

/** Behind code on its line it speaks of that code, else of what comes next. */
function statementOf({ source, parts }: Pick<LintFile, 'source' | 'parts'>, offset: number) {
  const lineStart = source.lineStart(source.locate(offset).line);
  const before = source.text.slice(lineStart, offset).trimEnd();
  const at = before === '' ? offset : lineStart + before.replace(/;$/, '').length - 1;
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const part = parts[middle];
    if (part !== undefined && at < part.offset + part.text.length) high = middle;
    else low = middle + 1;
  }
  return low < parts.length ? low : undefined;
}
