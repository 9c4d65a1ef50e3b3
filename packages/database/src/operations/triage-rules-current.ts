/** In charge of reading the triage rules: calls `public.triage_rules_current`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** The rules as they stand in the table, and the version that every change raises. */
export interface StoredTriageRules {
  version: number;
  /** Rows of `public.triage_rules`, unparsed. */
  rules: unknown;
}

const statement: Statement = {
  name: 'triage_rules_current',
  text: 'select version, rules from public.triage_rules_current()',
  doing: 'read the triage rules',
};

/** The current triage rules. */
export async function triageRulesCurrent(database: Database): Promise<StoredTriageRules> {
  const row = await runForRow<{ version: string; rules: unknown }>(database, statement, []);
  return { version: Number(row.version), rules: row.rules };
}
