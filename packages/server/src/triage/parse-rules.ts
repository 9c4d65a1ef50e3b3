/** In charge of reading the rules that `public.triage_rules_current()` returns. */
import { z } from 'zod';
import { parsePattern } from './pattern-language.ts';
import type { TriageRule } from './rule.ts';

const ruleSchema = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  category: z.enum(['emergency', 'urgent', 'routine', 'behavioral']),
  label: z.string().trim().min(1),
  advice: z.string().trim().min(1),
  patterns: z.array(z.string()).min(1),
  exceptions: z.array(z.string()),
});

/** A row that was left out, and why, in words for whoever edits the rules. */
export interface RefusedRule {
  name: string;
  reason: string;
}

/** The rules as a whole can't be used: nobody should be answered without them. */
export class TriageRulesError extends Error {
  override name = 'TriageRulesError';
  readonly code = 'TRIAGE_RULES_UNREADABLE';
}

/**
 * Parses the `rules` column of `public.triage_rules_current()`. A malformed rule is left out and
 * reported by name; the others are used.
 * @throws TriageRulesError when the value is no list, or no rule of it can be used.
 */
export function parseRules(value: unknown): { rules: TriageRule[]; refused: RefusedRule[] } {
  if (!Array.isArray(value)) {
    throw new TriageRulesError('The triage rules are not a list; run catb migrate status.');
  }
  const rules: TriageRule[] = [];
  const refused: RefusedRule[] = [];
  value.forEach((row: unknown, index) => {
    const parsed = ruleSchema.safeParse(row);
    const name = nameOf(row) ?? `row ${String(index + 1)}`;
    const reason = parsed.success ? reasonAgainst(parsed.data) : z.prettifyError(parsed.error);
    if (parsed.success && reason === undefined) rules.push(parsed.data);
    else refused.push({ name, reason: reason ?? 'unreadable' });
  });
  if (rules.length === 0) {
    throw new TriageRulesError('No triage rule can be used; check public.triage_rules.');
  }
  return { rules, refused };
}

function nameOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('name' in row)) return undefined;
  return typeof row.name === 'string' ? row.name : undefined;
}

function reasonAgainst(rule: TriageRule): string | undefined {
  try {
    for (const pattern of [...rule.patterns, ...rule.exceptions]) parsePattern(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
