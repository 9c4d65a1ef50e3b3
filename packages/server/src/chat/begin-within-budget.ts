/**
 * In charge of beginning a turn where a budget may be spent and refuse it: an emergency is never refused.
 * The database knows the message as it was judged alone; what makes it an emergency can be what was said
 * before, which comes back from a turn that has begun. So a refused message is judged with its history.
 */
import {
  beginTurn,
  CatbError,
  getPreferences,
  sessionHistory,
  type AnsweredTurn,
  type BeginTurnInput,
  type OpenTurn,
} from '@catb/database';
import type { Triage } from '../triage/index.ts';
import { judgeInContext } from './judge-message.ts';
import type { TurnDependencies } from './turn-dependencies.ts';

/**
 * Begins the turn; one statement, unless a budget refuses it.
 *
 * @param alone what the message was judged to be without its context
 * @throws CatbError of begin_turn; `budget_exceeded` where the message is no emergency in its context either
 */
export async function beginWithinBudget(
  { database, triageRules }: Pick<TurnDependencies, 'database' | 'triageRules'>,
  input: BeginTurnInput,
  alone: Triage,
): Promise<OpenTurn | AnsweredTurn> {
  try {
    return await beginTurn(database, input);
  } catch (error) {
    if (!(error instanceof CatbError) || error.code !== 'budget_exceeded') throw error;
    const { sessionToken, message, contextMessages } = input;
    const limit = Math.min(contextMessages ?? 40, 200);
    const { messages } = await sessionHistory(database, { sessionToken, limit });
    const judged = await judgeInContext(
      message,
      alone,
      {
        context: [...messages, { role: 'user', content: message }],
        preferences: await getPreferences(database, sessionToken),
        triageVersion: (await triageRules.current()).version,
      },
      triageRules,
    );
    if (judged.category !== 'emergency') throw error;
    return await beginTurn(database, {
      ...input,
      triageCategory: judged.category,
      redFlags: judged.redFlags.map((flag) => flag.name),
    });
  }
}
