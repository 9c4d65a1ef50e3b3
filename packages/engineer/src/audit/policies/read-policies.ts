/** In charge of reading the policies of a database and the tables they are on. */
import type { Node } from '@pgsql/types';
import { loadModule } from 'libpg-query';
import { parseCondition } from './parse-condition.ts';
import type { Policy, PolicyTable } from './policy.ts';
import { sql } from './sql.generated.ts';

type PolicyRow = Omit<Policy, 'using' | 'check'> & {
  usingText: string | null;
  checkText: string | null;
};

/** Runs one of our queries over what `audited-objects.sql` defines. */
export type AskCatalog = <Row>(query: string) => Promise<Row[]>;

/** @throws EngineerError CONDITION_NOT_UNDERSTOOD */
export async function readPolicies(
  ask: AskCatalog,
): Promise<{ policies: Policy[]; tables: PolicyTable[] }> {
  await loadModule();
  const rows = await ask<PolicyRow>(sql.readPolicies);
  const tables = await ask<PolicyTable>(sql.readTables);
  // Policies of one schema repeat each other: a condition is read once however often it is written.
  const parsed = new Map<string | null, Node | null>();
  const parse = (text: string | null, object: string) => {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const condition = parseCondition(text, object);
    parsed.set(text, condition);
    return condition;
  };
  const policies = rows.map(({ usingText, checkText, ...policy }) => ({
    ...policy,
    using: parse(usingText, policy.object),
    check: parse(checkText, policy.object),
  }));
  return { policies, tables };
}
