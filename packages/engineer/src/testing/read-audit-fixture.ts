/** In charge of the fixtures of the audit: what each holds and what has to be found in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the fixtures are, from the sources and from what is built of them. */
export const auditFixtures = fileURLToPath(new URL('../../fixtures/audit', import.meta.url));

/** Statements after which the rule of the fixture finds exactly this. */
export interface FixtureStep {
  kind: 'look-alike' | 'issue' | 'mend';
  sql: string;
  /** The objects found; `null` is a finding on no object. */
  finds: (string | null)[];
}

/** One rule's fixture: a look-alike, then an issue and its mend, once or several times. */
export interface AuditFixture {
  rule: string;
  /** The schema that its statements work in; exposed, with usage for `anon` and `authenticated`. */
  schema: string;
  /** Other schemas that it takes for exposed. */
  exposes: string[];
  /** Its statements are a superuser's. */
  superuser: boolean;
  /** Its statements only work when they are committed. */
  committed: boolean;
  steps: FixtureStep[];
}

/** Supabase's own objects that the fixtures lean on; to be run by a superuser. */
export function readSupabaseFixture(): string {
  return readFileSync(path.join(auditFixtures, 'supabase.sql'), 'utf8');
}

/** Every fixture, by rule. */
export function readAuditFixtures(): AuditFixture[] {
  return readdirSync(auditFixtures)
    .filter((file) => file.endsWith('.sql') && file !== 'supabase.sql')
    .sort()
    .map((file) => parseFixture(file.slice(0, -'.sql'.length)));
}

function parseFixture(rule: string): AuditFixture {
  const text = readFileSync(path.join(auditFixtures, `${rule}.sql`), 'utf8');
  const marker = /^(?=-- (?:look-alike|issue|mend)\b)/m;
  const head = text.slice(0, text.search(marker));
  const parts = text.slice(head.length).split(marker);
  return {
    rule,
    schema: rule.replaceAll('-', '_'),
    exposes: /^-- exposes: (.*)$/m.exec(head)?.[1]?.split(', ') ?? [],
    superuser: /^-- superuser\b/m.test(head),
    committed: /^-- committed\b/m.test(head),
    steps: parts.map((sql) => {
      const [, kind, found] = /^-- (look-alike|issue|mend)(?:: (.*))?$/m.exec(sql) ?? [];
      const finds = kind === 'issue' ? (found ?? '').split('; ') : [];
      return {
        kind: kind as FixtureStep['kind'],
        sql,
        finds: finds.map((object) => (object === '-' ? null : object)).sort(),
      };
    }),
  };
}

/** What comes before a fixture's first step, and before each of them. */
export function prepareFixture({ schema, superuser }: AuditFixture): {
  once: string;
  always: string;
} {
  return {
    once: `set role postgres; create schema ${schema}; grant usage on schema ${schema} to anon, authenticated;`,
    always: `${superuser ? 'reset role' : 'set role postgres'}; set search_path = ${schema}, extensions;`,
  };
}
