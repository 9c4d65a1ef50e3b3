/** In charge of safety before the model: what category a message is, and which red flags it raises. */
export { compileRules, type CompiledRules } from './compile-rules.ts';
export { parseRules, TriageRulesError, type RefusedRule } from './parse-rules.ts';
export { PatternError } from './pattern-language.ts';
export type { RedFlag, Triage, TriageCategory, TriageContext, TriageRule } from './rule.ts';
export { triage } from './triage.ts';
