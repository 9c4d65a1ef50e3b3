/** In charge of storing the sessions of a demo: COPY into temporary tables, then a statement a table. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { copyLine, copyRows } from '../transfer/copy-rows.ts';
import type { Chance } from './chance.ts';
import { day, minute } from './demo-story.ts';
import { demoSource } from './demo-source.ts';
import { uuidAt } from './uuid-at.ts';
import type { DemoCall } from './plan-answer.ts';
import type { DemoSession } from './plan-session.ts';

/** Of a table under row level security nobody but a superuser may COPY into it. */
export const stagingTables = `
create temporary table staged_sessions (
    id uuid not null, created_at timestamptz not null, last_active_at timestamptz not null,
    expires_at timestamptz not null, last_seq integer not null, secret_sha256 bytea not null,
    conversation_id text not null
) on commit drop;
create temporary table staged_messages (
    session_id uuid not null, created_at timestamptz not null, seq integer not null, token_count integer not null,
    role public.message_role not null, state public.message_state not null,
    triage_category public.triage_category, truncated boolean not null, red_flags text[], content text not null
) on commit drop;
create temporary table staged_calls (
    session_id uuid not null, created_at timestamptz not null, seq integer not null,
    purpose public.model_call_purpose not null, usage_certainty public.cost_certainty not null,
    input_tokens integer not null, cached_input_tokens integer not null, cache_write_tokens integer not null,
    output_tokens integer not null, latency_ms integer not null, first_token_ms integer, provider text not null,
    model text not null, finish_reason text not null, request_id text not null
) on commit drop;
create temporary table staged_feedback (
    session_id uuid not null, created_at timestamptz not null, seq integer not null,
    rating public.feedback_rating not null
) on commit drop;
create temporary table staged_summaries (
    session_id uuid not null, updated_at timestamptz not null, through_seq integer not null
) on commit drop`;

// One message, so one round trip. A cost is what the database says that the call cost at its own time.
const store = `
insert into public.sessions (id, created_at, last_active_at, expires_at, last_seq, secret_sha256)
select s.id, s.created_at, s.last_active_at, s.expires_at, s.last_seq, s.secret_sha256
from pg_temp.staged_sessions s;
insert into public.imported_conversations (session_id, source, conversation_id)
select s.id, '${demoSource}', s.conversation_id from pg_temp.staged_sessions s;
insert into public.messages (session_id, created_at, seq, token_count, role, state, triage_category, truncated,
    red_flags, content)
select m.session_id, m.created_at, m.seq, m.token_count, m.role, m.state, m.triage_category, m.truncated,
       m.red_flags, m.content
from pg_temp.staged_messages m;
insert into public.model_calls (session_id, created_at, seq, purpose, usage_certainty, cost_certainty, cost_usd,
    price_id, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, first_token_ms,
    provider, model, finish_reason, request_id)
select c.session_id, c.created_at, c.seq, c.purpose, c.usage_certainty,
       case when p.cost_usd is null then 'unknown' else c.usage_certainty end, p.cost_usd,
       p.price_id, c.input_tokens, c.cached_input_tokens, c.cache_write_tokens, c.output_tokens, c.latency_ms,
       c.first_token_ms, c.provider, c.model, c.finish_reason, c.request_id
from pg_temp.staged_calls c
left join lateral catb.price_usage(c.provider, c.model, c.created_at, c.input_tokens, c.cached_input_tokens,
    c.cache_write_tokens, c.output_tokens, 0) p on c.usage_certainty <> 'unknown';
insert into public.feedback (session_id, created_at, seq, rating)
select f.session_id, f.created_at, f.seq, f.rating from pg_temp.staged_feedback f;
insert into public.context_summaries (session_id, updated_at, through_seq, token_count, content)
select s.session_id, s.updated_at, s.through_seq, 16,
       'Demo data: what a summary of the conversation up to here would say.'
from pg_temp.staged_summaries s;
truncate pg_temp.staged_sessions, pg_temp.staged_messages, pg_temp.staged_calls, pg_temp.staged_feedback,
    pg_temp.staged_summaries`;

/** The rows of some sessions, as COPY takes them. */
interface StagedRows {
  sessions: string;
  messages: string;
  calls: string;
  feedback: string;
  summaries: string;
}

/**
 * Stores sessions in the transaction that the client is in and that has the staging tables.
 *
 * @param firstNumber of the first of them; their names within the demo are made of it
 */
export async function storeSessions(
  client: pg.Client,
  sessions: readonly DemoSession[],
  firstNumber: number,
  chance: Chance,
): Promise<void> {
  const rows = { sessions: '', messages: '', calls: '', feedback: '', summaries: '' };
  for (const [index, session] of sessions.entries()) {
    addRows(rows, session, uuidAt(session.begins, chance), `demo-${firstNumber + index}`);
  }
  for (const [table, text] of Object.entries(rows)) {
    await copyRows(client, `pg_temp.staged_${table}`, text);
  }
  await client.query(store);
}

function addRows(rows: StagedRows, session: DemoSession, id: string, name: string): void {
  const { begins, turns, summaries } = session;
  const last = turns.at(-1)?.at ?? begins;
  // Nobody knows its secret, as with every session that was imported.
  const secret = createHash('sha256').update(randomBytes(32)).digest('hex');
  const expires = time(last + 30 * day);
  const lastSeq = 2 * turns.length;
  rows.sessions += copyLine([id, time(begins), time(last), expires, lastSeq, `\\x${secret}`, name]);
  for (const { at, seq, exchange, answer } of turns) {
    const { message, messageTokens, triage, redFlag } = exchange;
    const flags = redFlag === null ? null : `{${redFlag}}`;
    const answered = at + answer.call.latencyMs;
    rows.messages +=
      copyLine([
        id,
        time(at),
        seq,
        messageTokens,
        'user',
        'complete',
        triage,
        'f',
        flags,
        message,
      ]) +
      copyLine([
        id,
        time(at),
        seq + 1,
        answer.tokens,
        'assistant',
        answer.state,
        null,
        answer.truncated ? 't' : 'f',
        null,
        answer.content,
      ]);
    rows.calls += callLine(id, answered, seq + 1, 'reply', answer.call);
    if (answer.rating !== null) {
      rows.feedback += copyLine([id, time(answered + minute), seq + 1, answer.rating]);
    }
  }
  for (const { at, throughSeq, call } of summaries) {
    rows.calls += callLine(id, at, throughSeq, 'summary', call);
  }
  const newest = summaries.at(-1);
  if (newest !== undefined) {
    rows.summaries += copyLine([id, time(newest.at), newest.throughSeq]);
  }
}

function callLine(
  id: string,
  at: number,
  seq: number,
  purpose: 'reply' | 'summary',
  { model, ...call }: DemoCall,
): string {
  return copyLine([
    id,
    time(at),
    seq,
    purpose,
    call.usageCertainty,
    call.inputTokens,
    call.cachedInputTokens,
    call.cacheWriteTokens,
    call.outputTokens,
    call.latencyMs,
    call.firstTokenMs,
    model.provider,
    model.model,
    call.finishReason,
    `demo-${purpose}-${seq}`,
  ]);
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
