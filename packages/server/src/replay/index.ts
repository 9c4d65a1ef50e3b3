/** Replaying conversations through a running API. */
export { replayConversations } from './replay-conversations.ts';
export type { ReplayOptions } from './replay-conversations.ts';
export type { ReplayProgress, ReplayReport } from './replay-report.ts';
