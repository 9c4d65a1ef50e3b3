/** In charge of a session that comes late: rows of an hour that was counted long ago. */
import type { Pool } from 'pg';

/** When it was, and what was in it. */
export interface LateSession {
  /** Such as `2026-03-29T00:10:00Z`. */
  at: string;
  /** Turns, two minutes apart; default 1. */
  turns?: number;
  triage?: 'emergency' | 'urgent' | 'routine' | 'behavioral';
  latencyMs?: number;
  costUsd?: string;
}

/**
 * Stores a session as a tool of the owner's might, statement by statement.
 *
 * @returns its id
 */
export async function storeLateSession(pool: Pool, session: LateSession): Promise<string> {
  const { at, turns = 1, triage = 'routine', latencyMs = 800, costUsd = '0.001' } = session;
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.sessions (created_at, expires_at, secret_sha256)
     values ($1, $1::timestamptz + interval '1 year', sha256(gen_random_uuid()::text::bytea)) returning id`,
    [at],
  );
  const id = rows[0]?.id ?? '';
  await pool.query(
    `insert into public.messages (session_id, created_at, seq, token_count, role, content, triage_category)
     select $1, $2::timestamptz + i * interval '2 minutes' + j * interval '1 second', 2 * i + j + 1, 5 + j,
            (array['user', 'assistant'])[j + 1]::public.message_role, 'said', case j when 0 then $4::public.triage_category end
     from generate_series(0, $3 - 1) i, generate_series(0, 1) j`,
    [id, at, turns, triage],
  );
  await pool.query(
    `insert into public.model_calls (session_id, created_at, seq, purpose, provider, model, request_id, usage_certainty,
       cost_certainty, cost_usd, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, latency_ms,
       first_token_ms, finish_reason)
     select $1, $2::timestamptz + i * interval '2 minutes', 2 * i + 2, 'reply', 'anthropic', 'claude', 'r' || i, 'exact',
            'exact', $4, 100, 0, 0, 20, $5, 200, 'stop'
     from generate_series(0, $3 - 1) i`,
    [id, at, turns, costUsd, latencyMs],
  );
  return id;
}
