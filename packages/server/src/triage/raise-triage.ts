/** In charge of joining what a message says alone with what it says after what came before. */
import type { RedFlag, Triage, TriageCategory } from './rule.ts';

const severity: Record<TriageCategory, number> = {
  emergency: 3,
  urgent: 2,
  routine: 1,
  behavioral: 0,
};

/** The graver of the two categories and every flag of both: what came before never lowers. */
export function raiseTriage(alone: Triage, inContext: Triage): Triage {
  const graver = severity[inContext.category] > severity[alone.category] ? inContext : alone;
  const flags = new Map<string, RedFlag>();
  for (const flag of [...alone.redFlags, ...inContext.redFlags]) {
    const known = flags.get(flag.name);
    if (known === undefined || severity[flag.category] > severity[known.category]) {
      flags.set(flag.name, flag);
    }
  }
  return {
    category: graver.category,
    redFlags: [...flags.values()].sort(
      (left, right) => severity[right.category] - severity[left.category],
    ),
    topics: [...new Set([...alone.topics, ...inContext.topics])],
  };
}

/** Whether the first says more than the second stored. */
export function isRaised(
  triage: Triage,
  stored: { category: TriageCategory; redFlags: readonly string[] },
): boolean {
  return (
    triage.category !== stored.category ||
    triage.redFlags.some((flag) => !stored.redFlags.includes(flag.name))
  );
}
