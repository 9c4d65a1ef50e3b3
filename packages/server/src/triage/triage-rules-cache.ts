/** In charge of the triage rules in memory: read once, and again when a turn tells that they changed. */
import { triageRulesCurrent, type Database } from '@catb/database';
import { compileRules, type CompiledRules } from './compile-rules.ts';
import { parseRules, TriageRulesError, type RefusedRule } from './parse-rules.ts';
import type { TriageRule } from './rule.ts';

/** The rules and the version they were read at. */
export interface LoadedRules {
  version: number;
  rules: CompiledRules;
}

/**
 * The rules of one server process. A rule that is malformed is never just left out, since that would
 * silence a red flag: the last good version of it stays, and where there is none nobody is answered.
 */
export interface TriageRulesCache {
  /** The rules as last read; reads them the first time. */
  current(): Promise<LoadedRules>;
  /** The rules as last read where they have this version; reads them again where they have another. */
  atVersion(version: number): Promise<LoadedRules>;
}

/**
 * @param onRefused is told which rules are malformed, at each reading
 */
export function createTriageRulesCache(
  database: Database,
  onRefused: (refused: RefusedRule[]) => void,
): TriageRulesCache {
  let loading: Promise<LoadedRules> | null = null;
  let lastGood = new Map<string, TriageRule>();
  let last: LoadedRules | null = null;

  async function load(): Promise<LoadedRules> {
    const stored = await triageRulesCurrent(database);
    // Turns that began before an edit ask once more; compiling is what costs.
    if (last?.version === stored.version) return last;
    const { rules, refused } = parseRules(stored.rules);
    if (refused.length > 0) onRefused(refused);
    const kept = refused.map(({ name }) => {
      const rule = lastGood.get(name);
      if (rule === undefined) {
        throw new TriageRulesError(
          `The triage rule "${name}" can not be read; mend it in public.triage_rules.`,
        );
      }
      return rule;
    });
    const usable = [...rules, ...kept];
    lastGood = new Map(usable.map((rule) => [rule.name, rule]));
    last = { version: stored.version, rules: compileRules(usable) };
    return last;
  }

  function read(): Promise<LoadedRules> {
    const reading = load();
    loading = reading;
    // A failed reading is not kept: the next turn tries again.
    reading.catch(() => {
      if (loading === reading) loading = null;
    });
    return reading;
  }

  return {
    current: () => loading ?? read(),
    async atVersion(version) {
      const loaded = await (loading ?? read());
      // Not only an older one: a migration that is rolled back takes its versions along.
      return loaded.version === version ? loaded : read();
    },
  };
}
