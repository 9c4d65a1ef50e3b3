/** In charge of the shape of the conversations that a demo is made of. */
import type { TriageCategory } from '../rows.generated.ts';

/** A person's message and the answer to it. */
export interface Exchange {
  message: string;
  reply: string;
}

/** An exchange with its tokens, by o200k_base. */
export interface WeighedExchange extends Exchange {
  messageTokens: number;
  replyTokens: number;
}

/** What was said, without when: the demo decides that. */
export interface DemoConversation<E extends Exchange = WeighedExchange> {
  title: string | null;
  /** Of its first message; null where nothing judged it, and chance has to. */
  triage: TriageCategory | null;
  /** The rule that its first message is caught by, in an emergency. */
  redFlag?: string;
  exchanges: readonly E[];
}

/** A conversation as it is written down in this folder, before anything was counted. */
export type WrittenConversation = DemoConversation<Exchange>;
