/** In charge of what a stored flag is shown as: its name is in the message, its words are in the rules. */
import type { CompiledRules } from './compile-rules.ts';
import type { RedFlag } from './rule.ts';

/** The flags of these names, with their words as they are now; a rule that is gone keeps its name. */
export function describeFlags(names: readonly string[], { rules }: CompiledRules): RedFlag[] {
  return names.map((name) => {
    const rule = rules.find((compiled) => compiled.rule.name === name)?.rule;
    return {
      name,
      label: rule?.label ?? name.replaceAll('-', ' '),
      advice: rule?.advice ?? 'Describe it to your vet.',
      category: rule?.category ?? 'urgent',
    };
  });
}
