/** Conversations in and out, as JSON Lines. */
export { exportConversations } from './export-conversations.ts';
export type { ExportOptions, ExportProgress, ExportReport } from './export-conversations.ts';
export { importConversations } from './import-conversations.ts';
export type {
  BadLine,
  ImportOptions,
  ImportProgress,
  ImportReport,
} from './import-conversations.ts';
export type { Conversation, Message } from './parse-conversation.ts';
export { readConversations } from './read-conversations.ts';
export type { ConversationInput, ConversationLine } from './read-conversations.ts';
