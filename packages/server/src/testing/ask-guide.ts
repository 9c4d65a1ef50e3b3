/** In charge of asking the offline guide, in tests. */
import { createOfflineGuide } from '../models/index.ts';
import type {
  ModelReply,
  PromptCategory,
  PromptPreferences,
  PromptTriage,
} from '../models/index.ts';

const guide = createOfflineGuide();

/** A message that no rule matched. */
export const calm: PromptTriage = { category: 'routine', redFlags: [], topics: [] };

/** A message that the rule `name` matched; its label and advice name it too. */
export function flagged(name: string, category: PromptCategory = 'emergency'): PromptTriage {
  const redFlag = { name, label: `Label of ${name}`, advice: `Advice on ${name}.`, category };
  return { category, redFlags: [redFlag], topics: [name] };
}

/** The guide's reply in a conversation that takes turns, the person first. */
export async function askGuide(
  said: string[],
  asked: { triage?: PromptTriage; preferences?: PromptPreferences; maxTokens?: number } = {},
): Promise<ModelReply> {
  const request = {
    system: '',
    messages: said.map((content, at) => ({
      role: at % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content,
    })),
    maxTokens: asked.maxTokens ?? 250,
    signal: new AbortController().signal,
    requestId: 'r',
    guide: { triage: asked.triage ?? calm, preferences: asked.preferences ?? {} },
  };
  return guide.reply(request, () => {});
}
