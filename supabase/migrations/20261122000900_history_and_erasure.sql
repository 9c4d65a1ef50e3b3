-- Reading a history, taking it along, and having it erased; and the log of who read what.
--
-- Why: paging is by seq along the primary key, never by offset; a failed read is an error, never an
-- empty page. Erasure leaves a receipt that can be checked and names nobody.
-- Cost on a big database: new table, nothing is rewritten. Erasing a session is one range of keys.

create function public.session_history(
    p_before integer default null,
    p_limit integer default 50,
    p_session_token text default null
)
returns table (
    seq integer,
    role public.message_role,
    state public.message_state,
    content text,
    token_count integer,
    truncated boolean,
    created_at timestamptz,
    triage_category public.triage_category,
    red_flags text[],
    rating public.feedback_rating,
    comment text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not read the table.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    if p_limit is null or p_limit not between 1 and 200 or p_before < 1 then
        perform catb.raise_error('page_invalid');
    end if;
    return query
        select page.seq, page.role, page.state, page.content, page.token_count, page.truncated, page.created_at,
               page.triage_category, page.red_flags, f.rating, f.comment
        from (
            select m.*
            from public.messages m
            where m.session_id = v_session_id and m.seq < coalesce(p_before, 2147483647)
            order by m.seq desc
            limit p_limit
        ) page
        left join public.feedback f on f.session_id = v_session_id and f.seq = page.seq
        order by page.seq;
end
$$;
comment on function public.session_history(integer, integer, text) is
    'A page of this session''s messages, oldest first: the newest p_limit (1 to 200) before seq p_before. '
    'Raises session_token_refused, page_invalid.';
revoke all on function public.session_history(integer, integer, text) from public, anon, authenticated, service_role;
grant execute on function public.session_history(integer, integer, text) to anon, authenticated, catb_server;

create table public.audit_log (
    id uuid not null default catb.uuid_v7(),
    at timestamptz not null default now(),
    action text not null,
    actor text not null,
    session_sha256 bytea not null,
    reason text,
    counts jsonb not null default '{}',
    constraint audit_log_pkey primary key (id),
    constraint action_is_known check (action in ('session_erased', 'transcript_read')),
    constraint reason_at_most_1000_characters check (char_length(reason) <= 1000),
    constraint session_is_a_sha256 check (octet_length(session_sha256) = 32)
);
create index audit_log_session on public.audit_log (session_sha256);
alter table public.audit_log enable row level security;
alter table public.audit_log force row level security;
revoke all on table public.audit_log from public, anon, authenticated, service_role;
create policy "The owner's functions add to the audit log" on public.audit_log
    for insert to current_user with check (true);
create policy "The owner's functions read the audit log" on public.audit_log
    for select to current_user using (true);
comment on table public.audit_log is 'Who erased or read what, and why. Holds no content and names no session.';
comment on column public.audit_log.session_sha256 is
    'SHA-256 of the session id: whoever knows the id can check the entry, nobody can get the id from it.';
comment on column public.audit_log.counts is 'How many rows, by table.';

create function public.erase_session(
    p_session_token text default null,
    out receipt uuid,
    out erased_at timestamptz,
    out erased jsonb
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the holder of a token may have everything of the session deleted, nobody may delete by hand.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    -- The lock lets a turn that is being stored finish first, so that the counts are true.
    perform from public.sessions s where s.id = v_session_id for update;
    v_session_id := catb.require_session(p_session_token);
    erased := jsonb_build_object(
        'messages', (select count(*) from public.messages m where m.session_id = v_session_id),
        'modelCalls', (select count(*) from public.model_calls c where c.session_id = v_session_id),
        'feedback', (select count(*) from public.feedback f where f.session_id = v_session_id),
        'preferences', (select count(*) from public.preferences p where p.session_id = v_session_id),
        'summaries', (select count(*) from public.context_summaries c where c.session_id = v_session_id));
    delete from public.sessions s where s.id = v_session_id;
    insert into public.audit_log as a (action, actor, session_sha256, counts)
    values ('session_erased', session_user, sha256(convert_to(v_session_id::pg_catalog.text, 'UTF8')), erased)
    returning a.id, a.at into receipt, erased_at;
end
$$;
comment on function public.erase_session(text) is
    'Deletes the session and everything that belongs to it; returns a receipt, the time and the number of rows by kind.';
revoke all on function public.erase_session(text) from public, anon, authenticated, service_role;
grant execute on function public.erase_session(text) to anon, authenticated, catb_server;

create function public.export_session(p_session_token text default null)
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not read the tables.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    return (
        select json_build_object(
            'format', 'catb-session-1',
            'sessionId', s.id, 'createdAt', s.created_at, 'expiresAt', s.expires_at, 'lastActiveAt', s.last_active_at,
            'preferences', (
                select catb.preferences_json(p) from public.preferences p where p.session_id = s.id),
            'summary', (
                select nullif(c.content, '') from public.context_summaries c where c.session_id = s.id),
            'messages', (
                select coalesce(json_agg(json_build_object(
                    'seq', m.seq, 'role', m.role, 'state', m.state, 'createdAt', m.created_at, 'content', m.content,
                    'tokenCount', m.token_count, 'truncated', m.truncated,
                    'triage', m.triage_category, 'redFlags', m.red_flags) order by m.seq), '[]')
                from public.messages m where m.session_id = s.id),
            'feedback', (
                select coalesce(json_agg(json_build_object(
                    'seq', f.seq, 'rating', f.rating, 'comment', f.comment, 'createdAt', f.created_at) order by f.seq), '[]')
                from public.feedback f where f.session_id = s.id),
            'modelCalls', (
                select coalesce(json_agg(json_build_object(
                    'seq', c.seq, 'purpose', c.purpose, 'createdAt', c.created_at, 'provider', c.provider, 'model', c.model,
                    'inputTokens', c.input_tokens, 'cachedInputTokens', c.cached_input_tokens,
                    'cacheWriteTokens', c.cache_write_tokens, 'outputTokens', c.output_tokens,
                    'costUsd', c.cost_usd::pg_catalog.text, 'cost', c.cost_certainty, 'usage', c.usage_certainty,
                    'latencyMs', c.latency_ms, 'firstTokenMs', c.first_token_ms,
                    'finishReason', c.finish_reason, 'requestId', c.request_id) order by c.seq, c.created_at), '[]')
                from public.model_calls c where c.session_id = s.id))
        from public.sessions s where s.id = v_session_id);
end
$$;
comment on function public.export_session(text) is 'Everything held about this session, as one JSON document; the token and its hash are not in it.';
revoke all on function public.export_session(text) from public, anon, authenticated, service_role;
grant execute on function public.export_session(text) to anon, authenticated, catb_server;

create function catb.read_transcript(p_session_id uuid, p_reason text)
returns table (seq integer, role public.message_role, state public.message_state, content text, created_at timestamptz)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: an analyst reads no content but through here, where the reason is written down first.
begin
    if p_reason is null or char_length(btrim(p_reason)) < 10 then
        perform catb.raise_error('reason_required');
    end if;
    if not exists (select from public.sessions s where s.id = p_session_id) then
        perform catb.raise_error('session_not_found');
    end if;
    insert into public.audit_log (action, actor, session_sha256, reason, counts)
    values ('transcript_read', session_user, sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8')), left(btrim(p_reason), 1000),
        jsonb_build_object('messages', (select count(*) from public.messages m where m.session_id = p_session_id)));
    -- A transaction that is rolled back takes its row in the audit log along, but not this line in the server's.
    raise log 'catb: % reads the transcript of the session with SHA-256 %', session_user,
        encode(sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8')), 'hex');
    return query
        select m.seq, m.role, m.state, m.content, m.created_at
        from public.messages m where m.session_id = p_session_id order by m.seq;
end
$$;
comment on function catb.read_transcript(uuid, text) is
    'The whole conversation, for an analyst with a reason; the reading is in the audit log before a row is returned.';
revoke all on function catb.read_transcript(uuid, text) from public;
grant execute on function catb.read_transcript(uuid, text) to catb_analyst;
