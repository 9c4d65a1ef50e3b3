/** In charge of how a policy was before a statement changes it. */
import type { LintFile } from '../rule.ts';
import type { PolicyFacts } from './catalog.ts';
import { policyKey, type FileFacts, type PolicyChange } from './file-facts.ts';

/** As the file, the files before it in the run, or the target has it; undefined when none does. */
export function findOlderPolicy(file: LintFile, change: PolicyChange): PolicyFacts | undefined {
  const made = (facts: FileFacts, before: number) =>
    facts.policies
      .of(policyKey(change.table, change.policy.name))
      .findLast((each) => each.change === 'create' && each.statement.order < before)?.policy;
  const earlier = [...file.earlier].reverse().map((facts) => made(facts, Infinity));
  return (
    made(file.facts, change.statement.order) ??
    file.catalog?.relations
      .get(change.table)
      ?.policies.find((policy) => policy.name === change.policy.name) ??
    earlier.find((policy) => policy !== undefined)
  );
}
