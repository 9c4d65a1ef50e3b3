/** In charge of the first statement of a turn: calls `public.begin_turn`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { BudgetAction, MessageRole, MessageState, TriageCategory } from '../rows.generated.ts';
import type { Preferences } from './preferences.ts';

/** What a person said, and within what limits it is to be answered. */
export interface BeginTurnInput {
  sessionToken: string;
  message: string;
  /** Tokens (o200k_base) of the message. */
  tokenCount: number;
  /** 1 to 200 characters; the same key is the same turn. */
  idempotencyKey?: string | undefined;
  triageCategory: TriageCategory;
  /** Names of the rules that raised a flag. */
  redFlags: readonly string[];
  /** Tokens the context may have, the new message and the summary included; default 3,000. */
  contextTokens?: number;
  /** Messages the context may have; default 40. */
  contextMessages?: number;
  /** Turns a minute for this session; 0 for no limit; default 10. */
  turnsPerMinute?: number;
  /** Seconds after which a retry takes over an attempt that has not come back; default 60. */
  leaseSeconds?: number;
}

interface TurnIdentity {
  sessionId: string;
  /** Of the person's message; the answer is `replySeq`, one more. */
  seq: number;
  replySeq: number;
  triageCategory: TriageCategory;
  redFlags: string[];
}

/** A turn to be answered by whoever holds `attemptId`. */
export interface OpenTurn extends TurnIdentity {
  isAnswered: false;
  attemptId: string;
  /** Oldest first, the new message last. */
  context: { role: MessageRole; content: string }[];
  contextFromSeq: number;
  summary: string | null;
  /** Whether enough fell out of the window to be summarised. */
  summaryDue: boolean;
  preferences: Preferences;
  triageVersion: number;
  /** Whether a budget is spent: to be answered from the offline guide, without a call of a model. */
  isBudgetSpent: boolean;
}

/** A turn that was answered before: a retry with the same key. */
export interface AnsweredTurn extends TurnIdentity {
  isAnswered: true;
  state: 'complete' | 'aborted';
  reply: string;
  truncated: boolean;
  /** Who gave the answer. */
  model: { provider: string; name: string };
}

const statement: Statement = {
  name: 'begin_turn',
  text: `select session_id, seq, reply_seq, attempt_id, state, reply, truncated, triage_category, red_flags,
                context, context_from_seq, summary, summary_due, preferences, triage_version,
                provider, model, budget_action
         from public.begin_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, make_interval(secs => $10), true)`,
  doing: 'begin a turn',
};

interface Row {
  session_id: string;
  seq: number;
  reply_seq: number;
  attempt_id: string | null;
  state: MessageState;
  reply: string | null;
  truncated: boolean | null;
  triage_category: TriageCategory;
  red_flags: string[] | null;
  context: OpenTurn['context'] | null;
  context_from_seq: number | null;
  summary: string | null;
  summary_due: boolean | null;
  preferences: Preferences | null;
  triage_version: string | null;
  provider: string | null;
  model: string | null;
  budget_action: BudgetAction | null;
}

/**
 * Checks the token, the quota and the idempotency key, commits the message with a pending answer,
 * and returns the context that fits; or, for a retry, the answer there is.
 *
 * @throws CatbError `session_token_refused`, `turn_quota_exceeded`, `message_blank`, `message_too_long`,
 *   `idempotency_key_invalid`, `idempotency_key_reused`, `turn_in_progress`, `budget_exceeded`, `database_…`
 */
export async function beginTurn(
  database: Database,
  input: BeginTurnInput,
): Promise<OpenTurn | AnsweredTurn> {
  const row = await runForRow<Row>(database, statement, [
    input.sessionToken,
    input.message,
    input.tokenCount,
    input.idempotencyKey ?? null,
    input.triageCategory,
    input.redFlags.length === 0 ? null : input.redFlags,
    input.contextTokens ?? 3_000,
    input.contextMessages ?? 40,
    input.turnsPerMinute ?? 10,
    input.leaseSeconds ?? 60,
  ]);
  const identity: TurnIdentity = {
    sessionId: row.session_id,
    seq: row.seq,
    replySeq: row.reply_seq,
    triageCategory: row.triage_category,
    redFlags: row.red_flags ?? [],
  };
  if (row.attempt_id === null) {
    return {
      ...identity,
      isAnswered: true,
      state: row.state === 'aborted' ? 'aborted' : 'complete',
      reply: row.reply ?? '',
      truncated: row.truncated ?? false,
      model: { provider: row.provider ?? 'unknown', name: row.model ?? 'unknown' },
    };
  }
  return {
    ...identity,
    isAnswered: false,
    attemptId: row.attempt_id,
    context: row.context ?? [],
    contextFromSeq: row.context_from_seq ?? row.seq,
    summary: row.summary,
    summaryDue: row.summary_due ?? false,
    preferences: row.preferences ?? {},
    triageVersion: Number(row.triage_version),
    isBudgetSpent: row.budget_action === 'offline-guide',
  };
}
