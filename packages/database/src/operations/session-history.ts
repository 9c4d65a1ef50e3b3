/** In charge of reading a page of a conversation: calls `public.session_history`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type {
  FeedbackRating,
  MessageRole,
  MessageState,
  TriageCategory,
} from '../rows.generated.ts';

/** One message as its session sees it. */
export interface HistoryMessage {
  seq: number;
  role: MessageRole;
  state: MessageState;
  content: string;
  tokenCount: number;
  truncated: boolean;
  createdAt: Date;
  /** For a person's message: its category and the names of the flags it raised. */
  triage: { category: TriageCategory; redFlags: string[] } | null;
  feedback: { rating: FeedbackRating; comment: string | null } | null;
}

/** A page, oldest first; `nextBefore` is the `before` of the page that came earlier, null at the start. */
export interface HistoryPage {
  messages: HistoryMessage[];
  nextBefore: number | null;
}

const statement: Statement = {
  name: 'session_history',
  text: `select seq, role, state, content, token_count, truncated, created_at, triage_category, red_flags,
                rating, comment
         from public.session_history($1, $2, $3)`,
  doing: 'read a history',
};

interface Row {
  seq: number;
  role: MessageRole;
  state: MessageState;
  content: string;
  token_count: number;
  truncated: boolean;
  created_at: Date;
  triage_category: TriageCategory | null;
  red_flags: string[] | null;
  rating: FeedbackRating | null;
  comment: string | null;
}

/**
 * The newest `limit` messages (1 to 200, default 50) before seq `before` (default: the end).
 *
 * @throws CatbError `session_token_refused`, `page_invalid`, `database_…`; never an empty page instead
 */
export async function sessionHistory(
  database: Database,
  input: { sessionToken: string; before?: number | undefined; limit?: number | undefined },
): Promise<HistoryPage> {
  const rows = await runStatement<Row>(database, statement, [
    input.before ?? null,
    input.limit ?? 50,
    input.sessionToken,
  ]);
  const oldestSeq = rows[0]?.seq ?? 1;
  return {
    messages: rows.map(toMessage),
    // Numbers are allotted without gaps, so the page that begins with 1 is the first one.
    nextBefore: oldestSeq > 1 ? oldestSeq : null,
  };
}

function toMessage(row: Row): HistoryMessage {
  return {
    seq: row.seq,
    role: row.role,
    state: row.state,
    content: row.content,
    tokenCount: row.token_count,
    truncated: row.truncated,
    createdAt: row.created_at,
    triage:
      row.triage_category === null
        ? null
        : { category: row.triage_category, redFlags: row.red_flags ?? [] },
    feedback: row.rating === null ? null : { rating: row.rating, comment: row.comment },
  };
}
