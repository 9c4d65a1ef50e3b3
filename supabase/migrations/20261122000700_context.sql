-- The conversation context: what a model is shown, decided by one bounded index scan.
--
-- Why: a window of the newest messages that fit a token budget costs the same at message 10 and at
-- message 100,000, because it reads backwards along (session_id, seq) and stops after a given
-- number of rows. What fell out of the window is stood in for by a rolling summary.
-- Cost on a big database: new table, nothing is rewritten.

create table public.context_summaries (
    session_id uuid not null,
    updated_at timestamptz not null default now(),
    claimed_until timestamptz,
    claim_id uuid,
    through_seq integer not null default 0,
    token_count integer not null default 0,
    content text not null default '',
    constraint context_summaries_pkey primary key (session_id),
    constraint context_summaries_session_id_fkey foreign key (session_id) references public.sessions (id) on delete cascade,
    constraint through_seq_not_negative check (through_seq >= 0),
    constraint summary_at_most_600_tokens check (token_count between 0 and 600),
    constraint summary_at_most_8000_characters check (char_length(content) <= 8000)
);
alter table public.context_summaries alter column content set statistics 0;
alter table public.context_summaries enable row level security;
alter table public.context_summaries force row level security;
revoke all on table public.context_summaries from public, anon, authenticated, service_role;
create policy "The owner's functions work on every summary" on public.context_summaries
    for all to current_user using (true) with check (true);
comment on table public.context_summaries is 'The rolling summary of what no longer fits the window, one row a session.';
comment on column public.context_summaries.through_seq is 'The last message it covers.';
comment on column public.context_summaries.claim_id is 'The job that is making the next one; it has to present it.';
comment on column public.context_summaries.claimed_until is 'From then on another job may claim it.';

create function catb.context_window(
    p_session_id uuid,
    p_newest_seq integer,
    p_budget_tokens integer,
    p_max_messages integer,
    out messages json,
    out from_seq integer
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
-- A loop and not window functions over a limited subquery: it stops where the budget is spent, and
-- takes half the processor time (280 us beside 590 us for 40 messages, same minute, busy machine).
declare
    v_message record;
    v_spent_tokens bigint := 0;
    v_item pg_catalog.text;
    v_answers pg_catalog.text := '';
    v_items pg_catalog.text := '';
begin
    for v_message in
        select m.seq, m.role, m.state, m.token_count, m.content
        from public.messages m
        where m.session_id = p_session_id and m.seq <= p_newest_seq
        order by m.seq desc
        limit greatest(p_max_messages, 1)
    loop
        continue when v_message.state not in ('complete', 'aborted') or v_message.content = '';
        v_spent_tokens := v_spent_tokens + v_message.token_count;
        -- The newest message is in whatever it costs.
        exit when v_spent_tokens > p_budget_tokens and v_message.seq <> p_newest_seq;
        v_item := to_json(v_message.content)::pg_catalog.text || '},';
        if v_message.role = 'user' then
            v_items := '{"role":"user","content":' || v_item || v_answers || v_items;
            v_answers := '';
            from_seq := v_message.seq;
        else
            -- Never an answer without the message it answers: it waits for one.
            v_answers := '{"role":"assistant","content":' || v_item || v_answers;
        end if;
    end loop;
    messages := ('[' || rtrim(v_items, ',') || ']')::pg_catalog.json;
end
$$;
comment on function catb.context_window(uuid, integer, integer, integer) is
    'The newest messages up to p_newest_seq that fit p_budget_tokens and p_max_messages, oldest first, as JSON '
    '[{role, content}]; and the seq they begin at. Unfinished, failed and empty answers are left out.';
revoke all on function catb.context_window(uuid, integer, integer, integer) from public;

create function public.begin_summary(
    p_session_token text,
    p_window_from_seq integer,
    out session_id uuid,
    out claim_id uuid,
    out previous_summary text,
    out through_seq integer,
    out messages json
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server holds the token of the turn that made the summary due, and no right to read.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
    v_covered_seq integer;
begin
    -- Sessions are locked before what belongs to them, everywhere: an erasure at the same moment waits.
    perform from public.sessions s where s.id = v_session_id for key share;
    if not found then
        perform catb.raise_error('session_token_refused');
    end if;
    insert into public.context_summaries as c (session_id, claim_id, claimed_until)
    values (v_session_id, catb.uuid_v7(), now() + interval '2 minutes')
    on conflict on constraint context_summaries_pkey do update
    set claim_id = excluded.claim_id, claimed_until = excluded.claimed_until
    where c.claimed_until is null or c.claimed_until < now()
    returning c.claim_id, c.content, c.through_seq into claim_id, previous_summary, v_covered_seq;
    if claim_id is null then
        return;
    end if;
    session_id := v_session_id;
    through_seq := p_window_from_seq - 1;
    -- At most the 200 messages before the window: an imported history of any length costs one job.
    select json_agg(json_build_object('role', m.role, 'content', m.content) order by m.seq) into messages
    from public.messages m
    where m.session_id = v_session_id
      and m.seq > greatest(v_covered_seq, p_window_from_seq - 1 - 200) and m.seq < p_window_from_seq
      and m.state in ('complete', 'aborted') and m.content <> '';
end
$$;
comment on function public.begin_summary(text, integer) is
    'Claims the summary of this session for two minutes and returns what to summarise: the previous summary and the '
    'messages since, before p_window_from_seq. claim_id is null when another job holds it.';
revoke all on function public.begin_summary(text, integer) from public, anon, authenticated, service_role;
grant execute on function public.begin_summary(text, integer) to catb_server;

create function public.finish_summary(
    p_session_id uuid,
    p_claim_id uuid,
    p_through_seq integer,
    p_content text,
    p_token_count integer,
    p_provider text,
    p_model text,
    p_request_id text,
    p_usage_certainty public.cost_certainty,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_latency_ms integer,
    p_first_token_ms integer,
    p_finish_reason text
)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the claim may store the summary, nobody may write the table.
begin
    perform from public.sessions s where s.id = p_session_id for key share;
    update public.context_summaries c
    set content = p_content, token_count = p_token_count, through_seq = p_through_seq,
        claim_id = null, claimed_until = null, updated_at = now()
    where c.session_id = p_session_id and c.claim_id = p_claim_id and c.through_seq <= p_through_seq
      and p_content ~ '\S';
    if not found then
        return false;
    end if;
    perform catb.record_model_call(
        p_session_id, p_through_seq, 'summary', p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason);
    return true;
end
$$;
comment on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text) is
    'Stores the summary made under this claim, with the model call it took; false when the claim was lost.';
revoke all on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text)
    from public, anon, authenticated, service_role;
grant execute on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text) to catb_server;
