/** In charge of how Mu answers: models behind providers, the offline guide, prompts, apologies. */
export { apology } from './apology.ts';
export { chooseModel, type ModelSettings } from './choose-model.ts';
export type {
  Certainty,
  ContextMessage,
  Model,
  ModelReply,
  ModelUsage,
  ReplyRequest,
} from './model.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export { createOfflineGuide, offlineGuideName } from './offline-guide/index.ts';
export type { PromptCategory, PromptPreferences, PromptTriage } from './prompt-context.ts';
export type { ModelTiming } from './provider-model.ts';
export { summaryPrompt, type SummaryPrompt } from './summary-prompt.ts';
export { systemPrompt, type SystemPromptOptions } from './system-prompt.ts';
