// Made by npm run generate:rows from the migrated database. Do not edit.

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

/** What counted the tokens of a row. */
export type Tokenizer = 'o200k_base';

/** How soon a vet is needed; behavioral is about conduct, not illness. */
export type TriageCategory = 'emergency' | 'urgent' | 'routine' | 'behavioral';

/** Who erased or read what, and why. Holds no content and names no session. */
export interface AuditLogRow {
  id: string;
  at: Date;
  action: string;
  actor: string;
  /** SHA-256 of the session id: whoever knows the id can check the entry, nobody can get the id from it. */
  session_sha256: Buffer;
  reason: string | null;
  /** How many rows, by table. */
  counts: unknown;
  /** Of a reading: the entry of the request that it was opened by. */
  request_id: string | null;
  /** Of a request: the transaction that made it, in which it opens nothing. */
  transaction_id: string | null;
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
}

/** Prices in US dollars per million tokens, each from its date on. */
export interface ModelPricesRow {
  provider: string;
  model: string;
  source: PriceSource;
  /** A call is priced by the newest row not after it. */
  valid_from: Date;
  input_usd_per_mtok: string;
  /** Null: not stated; tokens of that kind then make the cost unknown. */
  cached_input_usd_per_mtok: string | null;
  cache_write_usd_per_mtok: string | null;
  output_usd_per_mtok: string;
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
