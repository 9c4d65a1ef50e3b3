/** Replaying conversations through a running API. */
export { ReplayError, type ReplayErrorCode } from './replay-error.ts';
export { replayConversations } from './replay-conversations.ts';
export type { ReplayOptions } from './replay-conversations.ts';
export type { ReplayProgress, ReplayReport } from './replay-report.ts';
