/** In charge of what a rule is: a name, a level, and one of three ways to look. */
import type { FindingLevel } from '../findings/finding.ts';
import type { FunctionSource } from './functions/read-functions.ts';
import type { Policy } from './policies/policy.ts';
import type { PolicyFacts } from './policies/policy-facts.ts';

/** What a rule says about one object; the rest of a finding is the same for the whole rule. */
export interface Fault {
  /** Null for what concerns no object, such as a setting. */
  object: string | null;
  message: string;
  detail?: string | null;
  hint?: string | null;
}

interface RuleHead {
  /** The name of its page, and of its files. */
  name: string;
  level: FindingLevel;
  /** What is wrong with everything it finds, as a heading. */
  title: string;
}

/** A rule that is one query over what `audited-objects.sql` defines. */
export interface QueryRule extends RuleHead {
  kind: 'query';
  /** Gives rows of object, message, detail and hint. */
  query: string;
}

/** A rule that looks at one policy at a time, as PostgreSQL's own parser reads it. */
export interface PolicyRule extends RuleHead {
  kind: 'policy';
  check(policy: Policy, facts: PolicyFacts): Fault[];
}

/** A rule that looks at the source of one function at a time. */
export interface FunctionRule extends RuleHead {
  kind: 'function';
  check(source: FunctionSource): Fault[];
}

export type Rule = QueryRule | PolicyRule | FunctionRule;
