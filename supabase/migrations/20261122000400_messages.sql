-- Messages, in the order the database gives them.
--
-- Why: (session_id, seq) is the primary key, so a history is one range of one index. A reply is a
-- row from the moment its turn begins, and its state says how far it is. An idempotency key makes
-- a retry the same message. The limit of 300 tokens for an answer is a constraint.
-- Columns are laid out by alignment, fixed widths first: 1.2 times the bytes of a bare
-- (session_id, seq, content) table on short messages (benchmarks/turns).
-- Cost on a big database: new tables, nothing is rewritten.

create type public.message_role as enum ('user', 'assistant');
comment on type public.message_role is 'Who speaks: the person, or Mu.';

create type public.message_state as enum ('pending', 'streaming', 'complete', 'aborted', 'failed');
comment on type public.message_state is
    'pending: being answered; streaming: part of it is stored; complete; aborted: cut off, what was streamed is kept; '
    'failed: an apology stands in its place.';

create type public.tokenizer as enum ('o200k_base');
comment on type public.tokenizer is 'What counted the tokens of a row.';

create table public.messages (
    session_id uuid not null,
    created_at timestamptz not null default now(),
    seq integer not null,
    token_count integer not null,
    role public.message_role not null,
    state public.message_state not null default 'complete',
    tokenizer public.tokenizer not null default 'o200k_base',
    triage_category public.triage_category,
    truncated boolean not null default false,
    idempotency_key uuid,
    attempt_id uuid,
    red_flags text[],
    content text not null,
    constraint messages_pkey primary key (session_id, seq),
    constraint messages_session_id_fkey foreign key (session_id) references public.sessions (id) on delete cascade,
    constraint seq_positive check (seq > 0),
    constraint token_count_not_negative check (token_count >= 0),
    constraint answer_at_most_300_tokens check (role <> 'assistant' or token_count <= 300),
    constraint content_at_most_20000_characters check (char_length(content) <= 20000),
    constraint finished_message_not_blank check (state <> 'complete' or content ~ '\S'),
    constraint only_answers_are_unfinished check (role = 'assistant' or state = 'complete'),
    constraint only_answers_are_truncated check (role = 'assistant' or not truncated),
    constraint unfinished_answer_has_an_attempt check (state not in ('pending', 'streaming') or attempt_id is not null)
);
create unique index messages_idempotency_key on public.messages (session_id, idempotency_key)
    where idempotency_key is not null;
-- No samples of what was said in the planner's statistics, where they would outlive an erasure.
alter table public.messages alter column content set statistics 0;
-- One entry for 128 pages: finds what a dead process left behind without an index entry per row.
create index messages_created_at_brin on public.messages using brin (created_at) with (autosummarize = on);

alter table public.messages enable row level security;
alter table public.messages force row level security;
revoke all on table public.messages from public, anon, authenticated, service_role;
create policy "The owner's functions work on every message" on public.messages
    for all to current_user using (true) with check (true);
create policy "A session reads its own messages" on public.messages
    for select to anon, authenticated using (session_id = (select catb.current_session_id()));
grant select on table public.messages to anon, authenticated;

comment on table public.messages is 'What was said, in order. Written by begin_turn, finish_turn, fail_turn and imports only.';
comment on column public.messages.seq is
    'Order in the session, from 1, allotted under the session''s row lock. The answer to message n is n + 1.';
comment on column public.messages.created_at is 'When it was stored; for an answer, when its last attempt began.';
comment on column public.messages.token_count is 'Tokens of the content, by the tokenizer named beside it.';
comment on column public.messages.state is 'Moved by compare-and-set on attempt_id: a late or empty write cannot overwrite a complete message.';
comment on column public.messages.triage_category is 'For a person''s message: what the triage rules said before the model was asked.';
comment on column public.messages.red_flags is 'Names of the triage rules that raised a flag; null when none did.';
comment on column public.messages.truncated is 'The answer was cut at the limit.';
comment on column public.messages.idempotency_key is 'First 128 bits of the SHA-256 of the client''s key: the same key is the same message.';
comment on column public.messages.attempt_id is
    'Of an unfinished answer: a random id that only the attempt answering it knows, and has to present to finish it.';

create function catb.hash_idempotency_key(p_idempotency_key text)
returns uuid
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    if char_length(p_idempotency_key) not between 1 and 200 then
        perform catb.raise_error('idempotency_key_invalid');
    end if;
    return encode(substr(sha256(convert_to(p_idempotency_key, 'UTF8')), 1, 16), 'hex')::pg_catalog.uuid;
end
$$;
comment on function catb.hash_idempotency_key(text) is 'The client''s key in a fixed 16 bytes; null stays null. Raises idempotency_key_invalid.';
revoke all on function catb.hash_idempotency_key(text) from public;
