/** In charge of the audit: runs every rule on a live schema, and changes nothing. */
import type pg from 'pg';
import {
  acceptFindings,
  type AcceptedFinding,
  type JudgedFindings,
} from '../findings/accept-findings.ts';
import type { Finding } from '../findings/finding.ts';
import { withTarget, type Target } from '../target/open-target.ts';
import { readFunctions, type FunctionSource } from './functions/read-functions.ts';
import { PolicyFacts } from './policies/policy-facts.ts';
import { readPolicies, type AskCatalog } from './policies/read-policies.ts';
import type { Policy } from './policies/policy.ts';
import { findBlindSpots } from './find-blind-spots.ts';
import { readScope, type AuditScope } from './read-scope.ts';
import type { Fault, Rule } from './rule.ts';
import { auditRules } from './rules/index.ts';
import { sql } from './sql.generated.ts';

export interface AuditOptions {
  /** The schemas taken for exposed. Default: those of PostgREST's settings, else `public`. */
  schemas?: readonly string[];
  /** The roles taken for strangers. Default: `anon` and `authenticated`, else what can be found. */
  roles?: readonly string[];
  /** What is accepted on purpose. An entry about a rule that runs and finds nothing is an error. */
  accepted?: readonly AcceptedFinding[];
  /** The rules to run. Default: all. */
  rules?: readonly Rule[];
}

/** What the rules found, before anything is accepted. */
export interface AuditFindings extends AuditScope {
  /** By level, then rule, then object. */
  findings: Finding[];
  /** What the role that looked was not shown, and which rules know less for it. */
  blindSpots: string[];
}

export type AuditReport = Omit<AuditFindings, 'findings'> & JudgedFindings;

const levels = ['error', 'warning', 'info'];

/**
 * Audits a database.
 *
 * @param url of a role that may read the catalog
 * @throws what {@link withTarget} throws; EngineerError `AUDIT_SCOPE_UNKNOWN`, `CONDITION_NOT_UNDERSTOOD`
 */
export async function auditSchema(url: string, options: AuditOptions = {}): Promise<AuditReport> {
  return await withTarget(url, (target) => auditTarget(target, options));
}

/** {@link auditSchema} on a connection that is open, in one snapshot of the catalog. */
export async function auditTarget(
  { client }: Pick<Target, 'client'>,
  options: AuditOptions = {},
): Promise<AuditReport> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const { findings, ...report } = await auditTransaction(client, options);
    const names = new Set((options.rules ?? auditRules).map(({ name }) => name));
    const isExamined = ({ rule }: AcceptedFinding) => names.has(rule);
    return { ...report, ...acceptFindings(findings, options.accepted ?? [], { isExamined }) };
  } finally {
    await client.query('rollback');
  }
}

/** What the rules find in the transaction that is open, whose `search_path` and `jit` it changes. */
export async function auditTransaction(
  client: pg.ClientBase,
  options: AuditOptions = {},
): Promise<AuditFindings> {
  // With an empty path every name is written with its schema; the queries are short, and many.
  await client.query("set local search_path = ''; set local jit = off");
  const scope = await readScope(client, options);
  const ask: AskCatalog = async <Row>(query: string) => {
    const text = `${sql.auditedObjects}\nselect * from (${query}\n) as found`;
    const values = [scope.exposedSchemas, scope.outsiders];
    return (await client.query<Row & Record<string, unknown>>(text, values)).rows;
  };
  const findings = await runRules(options.rules ?? auditRules, ask);
  return { ...scope, findings, blindSpots: await findBlindSpots(ask) };
}

interface Read {
  policies: Policy[];
  facts: PolicyFacts;
  functions: FunctionSource[];
}

async function runRules(rules: readonly Rule[], ask: AskCatalog): Promise<Finding[]> {
  const findings: Finding[] = [];
  let read: Read | undefined;
  for (const rule of rules) {
    if (rule.kind === 'query') {
      findings.push(...(await ask<Fault>(rule.query)).map((fault) => toFinding(rule, fault)));
      continue;
    }
    read ??= await readSources(ask);
    const { policies, facts, functions } = read;
    const faults =
      rule.kind === 'policy'
        ? policies.flatMap((policy) => rule.check(policy, facts))
        : functions.filter(({ audited }) => audited).flatMap((source) => rule.check(source));
    findings.push(...faults.map((fault) => toFinding(rule, fault)));
  }
  return findings.sort(byLevelAndName);
}

async function readSources(ask: AskCatalog): Promise<Read> {
  const functions = await readFunctions(ask);
  const { policies, tables } = await readPolicies(ask);
  return { policies, functions, facts: new PolicyFacts(policies, tables, functions) };
}

function toFinding(rule: Rule, { object, message, detail, hint }: Fault): Finding {
  return {
    rule: rule.name,
    level: rule.level,
    object,
    message,
    detail: detail ?? null,
    hint: hint ?? null,
    location: null,
  };
}

function byLevelAndName(a: Finding, b: Finding): number {
  const keyOf = ({ level, rule, object }: Finding) =>
    `${levels.indexOf(level)} ${rule} ${object ?? ''}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
