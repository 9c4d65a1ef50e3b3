/** In charge of sessions of long ago, with a row in every table that a session can have one in. */
import type { Pool } from 'pg';

/** When it was, and what was in it. */
export interface AgedSession {
  /** Days since it began. */
  daysAgo: number;
  /** Days since its last turn; default: when it began. */
  activeDaysAgo?: number;
  /** Default 1. */
  turns?: number;
  /** Of its first message; the others are routine. None: nothing judged it. */
  triage?: 'emergency' | 'urgent' | 'routine' | 'behavioral';
}

/**
 * Stores it, statement by statement; what was said is `Marmalade limps`.
 *
 * @returns its id
 */
export async function storeAgedSession(pool: Pool, session: AgedSession): Promise<string> {
  const { daysAgo, activeDaysAgo = daysAgo, turns = 1, triage } = session;
  const { rows } = await pool.query<{ id: string }>(
    `with aged as (
         select now() - $1 * interval '24 hours' as began, now() - $2 * interval '24 hours' as active)
     insert into public.sessions (id, created_at, last_active_at, expires_at, last_seq, secret_sha256)
     select overlay(gen_random_uuid()::text placing substr(catb.first_uuid_at(began)::text, 1, 15) from 1 for 15)::uuid,
            began, active, began + interval '10 years', 2 * $3, sha256('nobody knows it')
     from aged returning id`,
    [daysAgo, activeDaysAgo, turns],
  );
  const id = rows[0]?.id ?? '';
  await pool.query(
    `insert into public.messages (session_id, created_at, seq, token_count, role, content, triage_category)
     select $1, now() - $2 * interval '24 hours' + (2 * i + j) * interval '1 second', 2 * i + j + 1, 5,
            (array['user', 'assistant'])[j + 1]::public.message_role, 'Marmalade limps',
            case when j = 0 and $4::public.triage_category is not null
                then case i when 0 then $4::public.triage_category else 'routine' end end
     from generate_series(0, $3 - 1) i, generate_series(0, 1) j`,
    [id, daysAgo, turns, triage ?? null],
  );
  await pool.query(
    `insert into public.model_calls (session_id, created_at, seq, purpose, provider, model, request_id, usage_certainty,
       cost_certainty, cost_usd, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, latency_ms,
       first_token_ms, finish_reason)
     select $1, now() - $2 * interval '24 hours', 2 * i + 2, 'reply', 'anthropic', 'claude', 'r' || i, 'exact',
            'exact', 0.001, 100, 0, 0, 20, 800, 200, 'stop'
     from generate_series(0, $3 - 1) i`,
    [id, daysAgo, turns],
  );
  for (const text of [
    `insert into public.feedback (session_id, seq, rating, comment) values ($1, 2, 'down', 'Marmalade limps')`,
    `insert into public.preferences (session_id, cat_name) values ($1, 'Marmalade')`,
    `insert into public.context_summaries (session_id, through_seq, content) values ($1, 2, 'Marmalade limps')`,
  ]) {
    await pool.query(text, [id]);
  }
  return id;
}
