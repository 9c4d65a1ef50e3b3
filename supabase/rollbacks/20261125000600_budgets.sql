-- Takes back: budgets, with what was set and counted for them. The ledger has every call still.
drop function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval, boolean);

create function public.begin_turn(
    p_session_token text,
    p_message text,
    p_token_count integer,
    p_idempotency_key text default null,
    p_triage_category public.triage_category default 'routine',
    p_red_flags text[] default null,
    p_context_tokens integer default 3000,
    p_context_messages integer default 40,
    p_turns_per_minute integer default 10,
    p_lease interval default '60 seconds',
    out session_id uuid,
    out seq integer,
    out reply_seq integer,
    out attempt_id uuid,
    out state public.message_state,
    out reply text,
    out truncated boolean,
    out triage_category public.triage_category,
    out red_flags text[],
    out context json,
    out context_from_seq integer,
    out summary text,
    out summary_due boolean,
    out preferences jsonb,
    out triage_version bigint,
    out provider text,
    out model text
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides; the server may run this and read no table.
declare
    v_token pg_catalog.bytea;
    v_key pg_catalog.uuid := catb.hash_idempotency_key(p_idempotency_key);
    v_step interval := case when p_turns_per_minute <= 0 then '0' else interval '60 seconds' / coalesce(p_turns_per_minute, 10) end;
    v_spent_until pg_catalog.timestamptz;
    v_said pg_catalog.text;
    v_covered_seq integer;
    v_claimed_until pg_catalog.timestamptz;
    v_summary_tokens integer;
begin
    if p_session_token is null or length(p_session_token) <> 69 or p_session_token !~ '^catb_[A-Za-z0-9_-]+$' then
        perform catb.raise_error('session_token_refused');
    end if;
    v_token := decode(translate(substr(p_session_token, 6), '-_', '+/'), 'base64');

    -- One update checks the token, takes the session's lock, allots two numbers and counts the turn.
    update public.sessions s
    set last_seq = s.last_seq + 2,
        last_active_at = now(),
        quota_spent_until = greatest(s.quota_spent_until, now()) + v_step
    where s.id = encode(substr(v_token, 1, 16), 'hex')::pg_catalog.uuid
      and s.secret_sha256 = sha256(substr(v_token, 17))
      and s.revoked_at is null
      and s.expires_at > now()
    returning s.id, s.last_seq - 1, s.quota_spent_until into session_id, seq, v_spent_until;
    if session_id is null then
        perform catb.raise_error('session_token_refused');
    end if;

    -- From the one row that is always there, so that what a session has not costs no extra statement.
    -- The session is locked, so a key that is not here now cannot come in before this turn.
    select v.version, c.content, c.through_seq, c.claimed_until, c.token_count,
           case when p.session_id is null then '{}' else catb.preferences_json(p) end,
           k.seq, k.content, k.triage_category, k.red_flags
    into triage_version, summary, v_covered_seq, v_claimed_until, v_summary_tokens, preferences,
         reply_seq, v_said, triage_category, red_flags
    from public.triage_rules_version v
    left join public.context_summaries c on c.session_id = begin_turn.session_id
    left join public.preferences p on p.session_id = begin_turn.session_id
    left join public.messages k on k.session_id = begin_turn.session_id and k.idempotency_key = v_key;
    summary := nullif(summary, '');

    if reply_seq is not null then
        if v_said is distinct from p_message then
            perform catb.raise_error('idempotency_key_reused');
        end if;
        seq := reply_seq;
        reply_seq := seq + 1;
        select t.state, t.reply, t.truncated, t.attempt_id into state, reply, truncated, attempt_id
        from catb.take_up_turn(session_id, seq, p_lease) t;
        -- The numbers allotted go back; what was answered before is not counted again.
        update public.sessions s
        set last_seq = s.last_seq - 2,
            quota_spent_until = case when attempt_id is null then v_spent_until - v_step else v_spent_until end
        where s.id = begin_turn.session_id;
        if attempt_id is null then
            select c.provider, c.model into provider, model
            from public.model_calls c
            where c.session_id = begin_turn.session_id and c.seq = begin_turn.reply_seq and c.purpose = 'reply'
            order by c.created_at desc
            limit 1;
            return;
        end if;
    end if;
    if v_step > interval '0' and v_spent_until > now() + interval '60 seconds' then
        perform catb.raise_error('turn_quota_exceeded', format('Try again in %s s.',
            ceil(extract(epoch from v_spent_until - now() - interval '60 seconds'))::integer));
    end if;

    if attempt_id is null then
        if coalesce(p_message, '') !~ '\S' then
            perform catb.raise_error('message_blank');
        elsif char_length(p_message) > 20000 then
            perform catb.raise_error('message_too_long');
        end if;
        reply_seq := seq + 1;
        state := 'pending';
        attempt_id := gen_random_uuid();
        triage_category := p_triage_category;
        red_flags := p_red_flags;
        insert into public.messages
            (session_id, seq, role, state, content, token_count, idempotency_key, attempt_id, triage_category, red_flags)
        values
            (session_id, seq, 'user', 'complete', p_message, p_token_count, v_key, null, p_triage_category, p_red_flags),
            (session_id, reply_seq, 'assistant', 'pending', '', 0, null, attempt_id, null, null);
    end if;

    select w.messages, w.from_seq into context, context_from_seq
    from catb.context_window(
        session_id, seq, p_context_tokens - coalesce(v_summary_tokens, 0), p_context_messages) w;
    -- Enough is twenty messages: fewer are not worth a model call.
    summary_due := context_from_seq - 1 - coalesce(v_covered_seq, 0) >= 20
        and (v_claimed_until is null or v_claimed_until < now());
end
$$;
comment on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval) is
    'Begins a turn: checks token, quota and idempotency key, stores the message and a pending answer, and returns the '
    'context that fits (oldest first, the new message last), summary and preferences. A retry with the same key returns '
    'the same turn with its reply if there is one, or a new attempt_id if the last attempt failed or its lease ran out. '
    'Raises session_token_refused, turn_quota_exceeded, message_blank, message_too_long, idempotency_key_invalid, '
    'idempotency_key_reused, turn_in_progress.';
revoke all on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval)
    from public, anon, authenticated, service_role;
grant execute on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval)
    to catb_server;

create or replace function public.begin_summary(
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

create or replace function catb.record_model_call(
    p_session_id uuid,
    p_seq integer,
    p_purpose public.model_call_purpose,
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
    p_finish_reason text,
    p_cache_write_1h_tokens integer default 0,
    p_total_tokens integer default null
)
returns numeric
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    -- An answer is not lost because its usage contradicts itself: the doubt is kept with it.
    v_usage public.cost_certainty := case
        when p_total_tokens is null or p_usage_certainty <> 'exact'
            or p_total_tokens = p_input_tokens::bigint + p_cached_input_tokens + p_cache_write_tokens + p_output_tokens
        then p_usage_certainty else 'estimated' end;
    v_price record;
    v_price_id bigint;
    v_cost numeric;
begin
    if v_usage <> 'unknown' then
        v_price := catb.price_usage(
            p_provider, p_model, now(), p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
            p_cache_write_1h_tokens);
        v_price_id := v_price.price_id;
        v_cost := v_price.cost_usd;
    end if;
    insert into public.model_calls (
        session_id, seq, purpose, provider, model, request_id, usage_certainty, cost_certainty, cost_usd, price_id,
        input_tokens, cached_input_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens, total_tokens,
        latency_ms, first_token_ms, finish_reason)
    values (
        p_session_id, p_seq, p_purpose, p_provider, p_model, p_request_id, v_usage,
        case when v_cost is null then 'unknown' else v_usage end, v_cost,
        v_price_id,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_cache_write_1h_tokens, p_output_tokens,
        p_total_tokens, p_latency_ms, p_first_token_ms, p_finish_reason)
    on conflict (session_id, request_id) do nothing;
    if not found then
        -- Told twice, perhaps with other numbers: what was billed is what it cost.
        select c.cost_usd into v_cost
        from public.model_calls c
        where c.session_id = p_session_id and c.request_id = p_request_id;
    end if;
    return v_cost;
end
$$;

drop function catb.finish_budget_alert(uuid, uuid, boolean);
drop function catb.claim_budget_alert();
drop function catb.analytics_budgets();
drop function catb.remove_budget(public.budget_period);
drop function catb.set_budget(public.budget_period, numeric, text, public.budget_action);
drop function catb.count_spending(numeric, timestamptz);
drop function catb.spent_budgets();
drop function catb.budget_standings(timestamptz);
delete from catb.error_codes where sqlstate in ('MU045', 'MU046');
drop table catb.budget_alerts;
drop table catb.budget_spending;
drop table public.budgets;
drop type public.budget_action;
drop type public.budget_period;
