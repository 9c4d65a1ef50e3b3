/** In charge of the rule about policies that let through more than before. */
import { comparePolicies } from '../facts/compare-policies.ts';
import type { PolicyFacts } from '../facts/catalog.ts';
import { policyKey, type PolicyChange } from '../facts/file-facts.ts';
import { quoteName } from '../facts/names.ts';
import { findOlderPolicy } from '../facts/older-policy.ts';
import { asNode } from '../sql/nodes.ts';
import type { Fault, LintFile, LintRule } from '../rule.ts';

export const policyLoosened: LintRule = {
  name: 'policy-loosened',
  title: 'A policy lets through more than before',
  file: (file) =>
    file.facts.policies.all
      .filter(({ change }) => change !== 'drop')
      .flatMap((change) => judge(file, change)),
};

function judge(file: LintFile, change: PolicyChange): Fault[] {
  // Made without being dropped, it was not there: or else the file was applied long ago.
  if (change.change === 'create' && !isDropped(file, change)) return [];
  const older = findOlderPolicy(file, change);
  // A rollback that makes a policy anew as it was may well be looser than the migration's.
  if (older === undefined || file.direction === 'down') return [];
  const newer = change.change === 'create' ? change.policy : alteredPolicy(older, change);
  const { looser, unclear } = comparePolicies(older, newer);
  const object = `policy ${quoteName(change.policy.name)} on ${change.table}`;
  const was = [
    `for ${older.command} to ${older.roles.join(', ')}`,
    ...(older.using === null ? [] : [`using ${older.using}`]),
    ...(older.check === null ? [] : [`with check ${older.check}`]),
  ].join(', ');
  const common = { object, detail: `It was ${was}.`, offset: change.statement.start };
  if (looser.length > 0) {
    return [
      {
        ...common,
        level: 'error',
        message: `The policy lets through more than before: ${looser.join(', ')}.`,
        hint: 'Keep the condition, or say in an allow comment who may now see what, and why.',
      },
    ];
  }
  if (!unclear) return [];
  return [
    {
      ...common,
      level: 'info',
      message: 'The policy changes, and whether it lets through more can’t be told from its form.',
      hint: 'catb prove tries who reads and writes what, before and after.',
    },
  ];
}

function isDropped(file: LintFile, { table, policy }: PolicyChange): boolean {
  return [...file.earlier, file.facts].some((facts) =>
    facts.policies.of(policyKey(table, policy.name)).some((each) => each.change === 'drop'),
  );
}

/** What `alter policy` does not name stays. */
function alteredPolicy(older: PolicyFacts, { policy, statement }: PolicyChange): PolicyFacts {
  const altered = asNode(statement.tree, 'AlterPolicyStmt');
  return {
    ...older,
    roles: altered?.roles === undefined ? older.roles : policy.roles,
    using: policy.using ?? older.using,
    check: policy.check ?? older.check,
  };
}
