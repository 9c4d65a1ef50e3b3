/** In charge of the rule about policies that let anybody write anything. */
import { insiders } from '../facts/compare-policies.ts';
import { holdsAlways, parseExpression } from '../facts/conditions.ts';
import type { PolicyChange } from '../facts/file-facts.ts';
import { quoteName } from '../facts/names.ts';
import { findOlderPolicy } from '../facts/older-policy.ts';
import type { Fault, LintFile, LintRule } from '../rule.ts';

/** Whoever comes through the API is one of these. */
const outsiders = new Set(['public', 'anon', 'authenticated']);
export const writePolicyAlwaysTrue: LintRule = {
  name: 'write-policy-always-true',
  title: 'A policy lets everything be written',
  file: (file) =>
    file.facts.policies.all
      .filter(({ change }) => change !== 'drop')
      .flatMap((change) => judge(file, change)),
};

function judge(file: LintFile, change: PolicyChange): Fault[] {
  const { policy, table, statement } = change;
  const older = change.change === 'alter' ? findOlderPolicy(file, change) : policy;
  const command = older?.command ?? 'all';
  const permissive = older?.permissive ?? true;
  const roles = (change.change === 'alter' && older ? older : policy).roles;
  if (!permissive || command === 'select') return [];
  const clauses: string[] = [];
  const isTrue = (text: string | null) => holdsAlways(parseExpression(text));
  if (isTrue(policy.using)) clauses.push('using');
  if (isTrue(policy.check)) clauses.push('with check');
  // `using (owner = me) with check (true)` lets a row be given away: that counts as well.
  if (clauses.length === 0 || roles.every((role) => insiders.has(role))) return [];
  const open = roles.filter((role) => outsiders.has(role));
  const verb = command === 'all' ? 'read and write' : command;
  const who = open.length === 0 ? roles.join(', ') : open.join(', ');
  return [
    {
      level: open.length === 0 ? 'info' : 'error',
      object: `policy ${quoteName(policy.name)} on ${table}`,
      message: `${clauses.join(' and ')} (true): ${who} may ${verb} every row of ${table}.`,
      hint: 'Say whose rows: a column that names the owner, compared with who is asking.',
      offset: statement.start,
    },
  ];
}
