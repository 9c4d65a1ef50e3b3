/** In charge of the rule about policies that are dropped and not made anew. */
import { comparePolicies } from '../facts/compare-policies.ts';
import { policyKey, type PolicyChange } from '../facts/file-facts.ts';
import { findOlderPolicy } from '../facts/older-policy.ts';
import { quoteName } from '../facts/names.ts';
import type { Fault, LintFile, LintRule } from '../rule.ts';

export const policyDropped: LintRule = {
  name: 'policy-dropped',
  title: 'A policy is dropped and not made anew',
  file: (file) =>
    file.facts.policies.all
      .filter(({ change }) => change === 'drop')
      .flatMap((drop) => judge(file, drop)),
};

function judge(file: LintFile, drop: PolicyChange): Fault[] {
  const { table, policy, statement } = drop;
  const key = policyKey(table, policy.name);
  const isMade = (each: PolicyChange) => each.change === 'create';
  const undone = file.direction === 'down' && file.twin?.policies.of(key).some(isMade) === true;
  // Whether before, so that it was the file's own, or later, so that it is there again.
  const madeHere = file.facts.policies.of(key).some(isMade);
  if (undone || madeHere || file.facts.drops(table)) return [];
  const later = file.facts.policies
    .of(table)
    .filter((each) => isMade(each) && each.statement.order > statement.order);
  const older = findOlderPolicy(file, drop);
  const object = `policy ${quoteName(policy.name)} on ${table}`;
  const offset = statement.start;
  if (later.length > 0) {
    const replaced = later.some((each) => {
      if (older === undefined) return false;
      const { looser, unclear } = comparePolicies(older, each.policy);
      return looser.length === 0 && !unclear;
    });
    if (replaced) return [];
    return [
      {
        level: 'info',
        object,
        message: `The policy is dropped, and the file makes others on ${table}: compare what they let through.`,
        hint: 'Keep the name of a policy that only changes, so that the two are compared.',
        offset,
      },
    ];
  }
  const narrowed = older !== undefined && !older.permissive;
  return [
    {
      level: older === undefined || narrowed ? 'error' : 'warning',
      object,
      message: narrowed
        ? 'A restrictive policy is dropped: what it held back gets through.'
        : 'The policy is dropped and not made anew.',
      detail:
        older === undefined ? null : `It was for ${older.command}, to ${older.roles.join(', ')}.`,
      hint: 'Make the policy anew in the same file, so that no moment is without it.',
      offset,
    },
  ];
}
