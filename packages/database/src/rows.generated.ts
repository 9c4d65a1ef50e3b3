// Made by npm run generate:rows from the migrated database. Do not edit.

/** What happens once a budget is spent, from mild to strict: go on; answer from the offline guide; refuse, except in an emergency. */
export type BudgetAction = 'warn' | 'offline-guide' | 'refuse';

/** What a budget is for: a calendar day or a calendar month, in the zone of the budget. */
export type BudgetPeriod = 'day' | 'month';

/** exact: the provider's usage and a known price; estimated: the usage was counted here; unknown: no usage or no price. */
export type CostCertainty = 'exact' | 'estimated' | 'unknown';

/** Thumbs up or down. */
export type FeedbackRating = 'up' | 'down';

/** Who speaks: the person, or Mu. */
export type MessageRole = 'user' | 'assistant';

/** pending: being answered; streaming: part of it is stored; complete; aborted: cut off, what was streamed is kept; failed: an apology stands in its place. */
export type MessageState = 'pending' | 'streaming' | 'complete' | 'aborted' | 'failed';

/** What the model was asked for. */
export type ModelCallPurpose = 'reply' | 'summary';

/** Who says so; own comes first. */
export type PriceSource = 'own' | 'genai-prices';

/** What a policy is about. sessions: a session with all that belongs to it; feedback: comments, the rating stays; preferences: the cat's profile; audit_log: its entries, by their own age. */
export type RetainedData = 'sessions' | 'feedback' | 'preferences' | 'audit_log';

/** What counted the tokens of a row. */
export type Tokenizer = 'o200k_base';

/** How soon a vet is needed; behavioral is about conduct, not illness. */
export type TriageCategory = 'emergency' | 'urgent' | 'routine' | 'behavioral';

/** quarter: 15 minutes, of the rows; hour and day (of UTC): of the grain below; erased: what sessions that are gone added to a quarter, the only rows that can't be computed again. */
export type UsageGrain = 'erased' | 'quarter' | 'hour' | 'day';

/** Keys to /analytics and /metrics, one a name. Revoked ones stay, so that a name is never given twice. */
export interface AdminKeysRow {
  /** Who or what uses it; it is written to the log with each request. */
  name: string;
  /** SHA-256 of the key; the key itself is never stored. */
  key_sha256: Buffer;
  created_at: Date;
  /** When the key was last replaced by a new one; null: it is the first. */
  rotated_at: Date | null;
  /** From then on the key is refused; null: never. */
  expires_at: Date | null;
  revoked_at: Date | null;
  /** Moved at most once a day, so that a check rarely writes; null: never used. */
  last_used_at: Date | null;
}

/** Who erased or read what, and why. Holds no content and names no session. */
export interface AuditLogRow {
  id: string;
  at: Date;
  action: string;
  actor: string;
  /** SHA-256 of the session id: whoever knows the id can check the entry, nobody can get the id from it. Null where the entry is about no session. */
  session_sha256: Buffer | null;
  reason: string | null;
  /** How many rows, by table; of a retention policy: what it was and is. */
  counts: unknown;
  /** Of a reading: the entry of the request that it was opened by. */
  request_id: string | null;
  /** Of a request: the transaction that made it, in which it opens nothing. */
  transaction_id: string | null;
}

/** The finished backups of this database that could be recorded. A database that was restored has the record of its source. */
export interface BackupRunsRow {
  /** The moment that the backup is of, by this database's clock. */
  started_at: Date;
  finished_at: Date;
  /** When a drill last restored it and found it right; null when none has. */
  proven_at: Date | null;
  total_rows: string;
  total_bytes: string;
  id: string;
  /** portable: an archive that restores into any PostgreSQL. */
  kind: string;
  migration_version: string;
  /** The folder or bucket, without user, password or key. */
  location: string;
}

/** That 80 % or 100 % of a budget were spent: once for each period and limit, and who is telling somebody right now. */
export interface BudgetAlertsRow {
  id: string;
  period: BudgetPeriod;
  period_start: Date;
  period_end: Date;
  /** Percent of the limit. */
  threshold: number;
  limit_usd: string;
  /** When it was noticed. */
  spent_usd: string;
  unknown_calls: string;
  timezone: string;
  at_limit: BudgetAction;
  noticed_at: Date;
  /** Of the server that is telling it; whoever comes back with another one is too late. */
  claim_id: string | null;
  /** From then on any server may claim it. */
  next_attempt_at: Date;
  attempts: number;
  /** When the receiver took it, or, where no receiver is set up, when it was in the log. */
  delivered_at: Date | null;
}

/** What was spent in each period of a budget, in up to 8 rows that are added up. Names no session; an erasure takes nothing back. Periods that are over stay, so that a clock that is set back finds them as they were. */
export interface BudgetSpendingRow {
  period: BudgetPeriod;
  period_start: Date;
  /** The process id of the backend, modulo 8; 0 also has what was spent before the budget was set. */
  shard: number;
  spent_usd: string;
  /** Calls whose cost is unknown: no price, or no usage. The budget does not see them. */
  unknown_calls: string;
}

/** The most that calls of models may cost; set by catb.set_budget, which counts what was spent before. */
export interface BudgetsRow {
  period: BudgetPeriod;
  /** In US dollars; from this sum on, at_limit happens. */
  limit_usd: string;
  /** IANA name: days and months begin at midnight there. */
  timezone: string;
  /** What happens once it is spent; of two spent budgets the stricter decides. */
  at_limit: BudgetAction;
  changed_at: Date;
}

/** The rolling summary of what no longer fits the window, one row a session. */
export interface ContextSummariesRow {
  session_id: string;
  updated_at: Date;
  /** From then on another job may claim it. */
  claimed_until: Date | null;
  /** The job that is making the next one; it has to present it. */
  claim_id: string | null;
  /** The last message it covers. */
  through_seq: number;
  token_count: number;
  content: string;
}

/** Errors raised by the functions of catb: SQLSTATE class MU, what it says, and the HTTP status it maps to. */
export interface ErrorCodesRow {
  /** Five characters, class MU. Never reused for something else. */
  sqlstate: string;
  /** The code in the JSON of the API. */
  name: string;
  http_status: number;
  message: string;
  /** What the caller can do about it. */
  hint: string;
}

/** What a person thinks of an answer: one row an answer, the last word counts. */
export interface FeedbackRow {
  session_id: string;
  created_at: Date;
  /** The answer it is about. */
  seq: number;
  rating: FeedbackRating;
  comment: string | null;
}

/** Where an imported session came from. An imported session has no token that anyone knows. */
export interface ImportedConversationsRow {
  session_id: string;
  imported_at: Date;
  source: string;
  /** Its id in the source: the same one is imported once. */
  conversation_id: string;
  title: string | null;
  /** What the source said about the conversation, as it came. */
  meta: unknown | null;
}

/** Sessions that must not be erased, why, and until when that was so. Nobody deletes a hold: it is released. */
export interface LegalHoldsRow {
  placed_at: Date;
  released_at: Date | null;
  id: string;
  /** The session that is held; null once it is not. */
  session_id: string | null;
  /** SHA-256 of the session id, which stays: whoever knows the id can check the entry. */
  session_sha256: Buffer;
  placed_by: string;
  released_by: string | null;
  /** Why, in the words of whoever placed it: no content of the conversation. */
  reason: string;
  release_reason: string | null;
}

/** What was said, in order. Written by begin_turn, finish_turn, fail_turn and imports only. */
export interface MessagesRow {
  session_id: string;
  /** When it was stored; for an answer, when its last attempt began. */
  created_at: Date;
  /** Order in the session, from 1, allotted under the session's row lock. The answer to message n is n + 1. */
  seq: number;
  /** Tokens of the content, by the tokenizer named beside it. */
  token_count: number;
  role: MessageRole;
  /** Moved by compare-and-set on attempt_id: a late or empty write cannot overwrite a complete message. */
  state: MessageState;
  tokenizer: Tokenizer;
  /** For a person's message: what the triage rules said before the model was asked. */
  triage_category: TriageCategory | null;
  /** The answer was cut at the limit. */
  truncated: boolean;
  /** First 128 bits of the SHA-256 of the client's key: the same key is the same message. */
  idempotency_key: string | null;
  /** Of an unfinished answer: a random id that only the attempt answering it knows, and has to present to finish it. */
  attempt_id: string | null;
  /** Names of the triage rules that raised a flag; null when none did. */
  red_flags: string[] | null;
  content: string;
}

/** Every call to a model: what it used, what it cost, how long it took. No content. */
export interface ModelCallsRow {
  session_id: string;
  created_at: Date;
  /** The answer it was for; for a summary, the last message summarised; for an attempt that lost its turn, the message. */
  seq: number;
  purpose: ModelCallPurpose;
  usage_certainty: CostCertainty;
  cost_certainty: CostCertainty;
  /** Input that was neither read from nor written to a cache: the four buckets never overlap. */
  input_tokens: number;
  cached_input_tokens: number;
  /** Input written to a cache, for however long. */
  cache_write_tokens: number;
  output_tokens: number;
  latency_ms: number;
  first_token_ms: number | null;
  /** In US dollars, by the price of the call's own time; null when unknown, never zero for want of a price. */
  cost_usd: string | null;
  provider: string;
  model: string;
  /** The provider's, or the code of the error it ended with; superseded: it came too late and was not stored. */
  finish_reason: string;
  /** The provider's id of the request: unique in the session, so that a retry cannot bill twice. */
  request_id: string;
  /** The row of model_prices that the cost is by; null when the cost is unknown, and for calls from before this column. */
  price_id: string | null;
  /** How many of cache_write_tokens were written for an hour, which costs more. */
  cache_write_1h_tokens: number;
  /** The sum as the provider told it, null where it told none. A usage that does not add up to it is estimated at best: a token was counted in two buckets, or in none. */
  total_tokens: number | null;
}

/** Prices in US dollars per million tokens, each from its date, its hour of the day and its length of input on. Rows are never changed or deleted. A cost is by the newest date, then the latest hour, then the longest input that the call reaches: for all of its tokens, not only those beyond. */
export interface ModelPricesRow {
  provider: string;
  model: string;
  source: PriceSource;
  /** A call is priced by the newest date not after it. */
  valid_from: Date;
  /** Null: not stated; tokens of that kind then make the cost unknown. */
  input_usd_per_mtok: string | null;
  /** Null: not stated; tokens of that kind then make the cost unknown. */
  cached_input_usd_per_mtok: string | null;
  /** For input kept for less than an hour: five minutes at Anthropic. */
  cache_write_usd_per_mtok: string | null;
  /** Null: not stated; tokens of that kind then make the cost unknown. */
  output_usd_per_mtok: string | null;
  /** What a call names its price by. */
  id: string;
  /** From this hour of the day on, in UTC, until the next row of the same date. */
  from_utc_time: string;
  /** For calls whose input, of every kind together, has at least so many tokens. */
  from_input_tokens: number;
  /** For input kept for an hour. Null: not stated; such tokens then make the cost unknown. */
  cache_write_1h_usd_per_mtok: string | null;
  /** A fee for each call, whatever it used; null for none. */
  call_usd: string | null;
}

/** The cat's profile and how Mu should speak, one row a session; null is not said. */
export interface PreferencesRow {
  session_id: string;
  updated_at: Date;
  age_months: number | null;
  /** In grams, whatever the units shown. */
  weight_grams: number | null;
  neutered: boolean | null;
  indoor: boolean | null;
  cat_name: string | null;
  sex: string | null;
  /** Known illnesses and medicines, in the person's words. */
  conditions: string | null;
  tone: string | null;
  units: string | null;
}

/** What is erased, and how long after the last activity of its session. Without a row nothing ever is. */
export interface RetentionPoliciesRow {
  set_at: Date;
  data: RetainedData;
  /** Days of 24 hours since the session's last activity; of the audit log, since the entry. Null: for ever. */
  keep_days: number | null;
  /** A triage category: that of sessions whose gravest message it was. other: every category without a policy of its own, and sessions that nothing judged. */
  category: string;
  set_by: string;
}

/** The runs of retention and how many rows each removed. Names no session. */
export interface RetentionRunsRow {
  /** The moment by which the run judges what is due. */
  started_at: Date;
  /** Null while it is at work, and for ever where it was killed. */
  finished_at: Date | null;
  id: string;
  /** Whoever began it said that the clock is right. */
  clock_trusted: boolean;
  /** How many rows, by table; written with each batch. */
  removed: unknown;
}

/** What each session did on each day of UTC that it was active on. Numbers only. */
export interface SessionDaysRow {
  /** The session's id; of an erased session a random number drawn at its erasure. */
  session_key: string;
  day: string;
  /** The day that the session was created on. */
  cohort_day: string;
  erased: boolean;
  turns: number;
  messages: number;
  answers_complete: number;
  answers_rated: number;
  /** The last answer of the day is complete and was not rated down; null without an answer. */
  resolved: boolean | null;
  cost_usd: string;
}

/** One conversation of one person with Mu, known by its token only. */
export interface SessionsRow {
  /** UUIDv7 made by the database: begins with its time, and is the locality key of everything below. */
  id: string;
  created_at: Date;
  /** From then on the token is refused; rotating the token moves it. */
  expires_at: Date;
  last_active_at: Date;
  revoked_at: Date | null;
  /** The rate limit in one column: each turn moves it on by 60 s / limit; more than 60 s ahead of now is over the limit. */
  quota_spent_until: Date;
  /** The newest seq allotted; raised under the row lock only. */
  last_seq: number;
  /** SHA-256 of the 32-byte secret in the token; the secret itself is never stored. */
  secret_sha256: Buffer;
}

/** Days on which a rollup has changed since catb.session_days was computed. */
export interface StaleDaysRow {
  day: string;
}

/** What a triage rule said before each edit of it, and before it was deleted. */
export interface TriageRuleHistoryRow {
  id: string;
  name: string;
  /** The whole row as it was; its updated_at says since when. */
  rule: unknown;
  /** When the edit was made: the updated_at of the rule that came of it. */
  replaced_at: Date;
  /** The role that made the edit. */
  replaced_by: string;
}

/** What in a message means that a cat needs a vet, and how soon. No veterinarian has reviewed a rule whose reviewed_by is null. */
export interface TriageRulesRow {
  /** Stable id in kebab-case; messages that raised the flag keep it. */
  name: string;
  /** emergency: a vet now; urgent: a vet within a day; routine; behavioral. */
  category: TriageCategory;
  /** What a person reads. */
  label: string;
  /** One plain sentence that says what to do, shown with the flag. */
  advice: string;
  /** Any one of them matching is a match. Words beside each other; vomit* a beginning; (a|b) a choice; {list} a word list; "..." then; "+" near; [2 days], [3 times], [male], [kitten]. */
  patterns: string[];
  /** Patterns of look-alikes: a match that shares a word with one of them does not count. */
  exceptions: string[];
  /** False takes the rule out of force without losing it. */
  enabled: boolean;
  /** What the rule is based on. */
  source: string;
  /** The veterinarian who has reviewed the rule; null means that none has. */
  reviewed_by: string | null;
  /** Set by a trigger on every update. */
  updated_at: Date;
}

/** One row: a number that grows with every change of the triage rules, so that a server knows when its copy is stale. */
export interface TriageRulesVersionRow {
  /** Always true; as the primary key it allows one row. */
  is_only_row: boolean;
  /** Grows by one with every statement that changes rules or word lists. */
  version: string;
  /** When the rules were last changed. */
  changed_at: Date;
}

/** Words for the same thing, written {name} in the patterns of triage rules. */
export interface TriageWordListsRow {
  name: string;
  /** What the words have in common. */
  meaning: string;
  /** Lower-case words or short phrases; a star at the end stands for any ending. */
  words: string[];
}

/** Calls of models by time, model and purpose: tokens, cost, latency. */
export interface UsageCallsRow {
  grain: UsageGrain;
  starts_at: Date;
  provider: string;
  model: string;
  purpose: ModelCallPurpose;
  calls: string;
  exact_calls: string;
  estimated_calls: string;
  unknown_calls: string;
  /** Calls that ended with neither stop nor length. */
  failed_calls: string;
  input_tokens: string;
  cached_input_tokens: string;
  cache_write_tokens: string;
  output_tokens: string;
  /** Of the calls whose cost is known; unknown_calls says how many are not in it. */
  cost_usd: string;
  /** What the cached input would have cost more, uncached, by the price row of each call. */
  saved_usd: string;
  /** Packed, see catb.latency_slot; merged by sum(). */
  latency_histogram: string;
  /** Time to the first token, of the calls that have one; packed like the other. */
  first_token_histogram: string;
}

/** Calls that did not end with stop, by time, model and finish reason. */
export interface UsageFailuresRow {
  grain: UsageGrain;
  starts_at: Date;
  provider: string;
  model: string;
  finish_reason: string;
  calls: string;
}

/** Closed quarters in which a row has changed since: to be computed anew by the next run. */
export interface UsageMarksRow {
  quarter: Date;
  /** Who changed it. A run takes the marks it sees and no others: that of a transaction still open is never lost. */
  transaction_id: string;
}

/** One row: how far the rollups are. */
export interface UsageProgressRow {
  only_row: boolean;
  /** Everything from this quarter on is computed by every run. */
  open_from: Date;
  /** The transaction that moved the sequence, while the quarters before it are being closed. */
  closed_by: string | null;
  /** A transaction that is newer than all that saw the sequence before it was moved. When no older one goes on, the quarters are computed a last time. */
  closing_at: string | null;
  rolled_up_at: Date;
  /** When the materialized views were last made; null: never yet. */
  views_refreshed_at: Date | null;
}

/** Sessions created, by time. */
export interface UsageSessionsRow {
  grain: UsageGrain;
  starts_at: Date;
  sessions: string;
}

/** The ten slowest replies of each span of time, without their sessions. Those of an erased session are dropped. */
export interface UsageSlowestRow {
  grain: UsageGrain;
  starts_at: Date;
  /** From 1, the slowest. */
  place: number;
  at: Date;
  provider: string;
  model: string;
  latency_ms: number;
  first_token_ms: number | null;
  output_tokens: number;
  finish_reason: string;
}

/** Turns by time and triage: a person's message is counted at its own time, an answer with its rating at the answer's. */
export interface UsageTurnsRow {
  grain: UsageGrain;
  starts_at: Date;
  /** The category of the person's message, or none where nothing judged it. */
  triage: string;
  turns: string;
  /** Turns that were the first of their session. */
  first_turns: string;
  /** Turns in which a triage rule raised a red flag. */
  flagged_turns: string;
  user_tokens: string;
  answers: string;
  answers_complete: string;
  /** The person left, or the process died, in the middle; what was streamed is kept. */
  answers_aborted: string;
  answers_failed: string;
  /** Pending or streaming. */
  answers_unfinished: string;
  answers_truncated: string;
  answer_tokens: string;
  rated_up: string;
  rated_down: string;
}
