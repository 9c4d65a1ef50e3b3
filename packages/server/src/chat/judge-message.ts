/** In charge of the triage of a message: alone before it is stored, and again with what came before. */
import type { OpenTurn } from '@catb/database';
import { raiseTriage } from '../triage/raise-triage.ts';
import { triage, type Triage } from '../triage/index.ts';
import type { TriageRulesCache } from '../triage/triage-rules-cache.ts';

/** The triage of the message alone. */
export async function judgeAlone(message: string, rules: TriageRulesCache): Promise<Triage> {
  return triage(message, (await rules.current()).rules);
}

/** The triage with the conversation and the cat's profile, by the rules as they are now; never lower than alone. */
export async function judgeInContext(
  message: string,
  alone: Triage,
  turn: Pick<OpenTurn, 'context' | 'preferences' | 'triageVersion'>,
  rules: TriageRulesCache,
): Promise<Triage> {
  const said = turn.context.filter(({ role }) => role === 'user').map(({ content }) => content);
  const { sex, ageMonths } = turn.preferences;
  const { rules: current } = await rules.atVersion(turn.triageVersion);
  const inContext = triage(message, current, {
    earlierUserMessages: said.slice(0, -1),
    profile: {
      ...(sex === undefined ? {} : { sex }),
      ...(ageMonths === undefined ? {} : { ageMonths }),
    },
  });
  return raiseTriage(alone, inContext);
}
