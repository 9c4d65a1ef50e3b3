-- Takes back: the price ledger. Costs stay as they were billed, and so does every price that the table
-- could hold before. Gone, since there is no place for it: which row a call was priced by, the provider's
-- own totals, hour-long cache writes, and prices by hour, by length of input, without an input or output
-- price or with a fee a call; `catb prices sync` brings the list prices among them again.
drop function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, integer, integer);
create function public.record_superseded_call(
    p_session_token text,
    p_seq integer,
    p_attempt_id uuid,
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
    p_first_token_ms integer
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides; the server may run this and write no table.
declare
    v_session_id pg_catalog.uuid := catb.session_of_token(p_session_token);
    v_owner pg_catalog.uuid;
    v_state public.message_state;
begin
    -- The lock makes an erasure wait, or finds that it has been.
    perform from public.sessions s where s.id = v_session_id for key share;
    if not found then
        perform catb.raise_error('session_token_refused');
    end if;
    select m.attempt_id, m.state into v_owner, v_state
    from public.messages m
    where m.session_id = v_session_id and m.seq = p_seq and (m.role = 'assistant' or p_purpose = 'summary');
    if not found then
        perform catb.raise_error('message_not_found');
    end if;
    -- A failed answer keeps the attempt that apologized: that one has stored its call.
    if v_owner = p_attempt_id and v_state in ('pending', 'streaming') then
        perform catb.raise_error('turn_in_progress', 'This attempt still owns the turn: finish it.');
    end if;
    return catb.record_model_call(
        v_session_id, case p_purpose when 'reply' then p_seq - 1 else p_seq end, p_purpose,
        p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, 'superseded');
end
$$;
comment on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer) is
    'Records a paid call whose result came too late: of an attempt that lost its turn at answer p_seq, or of a summary '
    'through p_seq that lost its claim. Finish reason superseded; once per request id. Returns the cost in US dollars '
    '(null: unknown). Raises session_token_refused, message_not_found, turn_in_progress.';
revoke all on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer) to catb_server;

drop function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer);
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

drop function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer);
create function public.fail_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_apology text,
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
    p_finish_reason text,
    p_raised_category public.triage_category default null,
    p_red_flags text[] default null
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may close it; the server may write no table.
begin
    perform catb.close_turn(p_session_id, p_reply_seq, p_attempt_id, 'failed', p_apology, p_token_count, false,
        p_raised_category, p_red_flags);
    return catb.record_model_call(
        p_session_id, p_reply_seq, 'reply', p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason);
end
$$;
comment on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) is
    'Closes a turn that the model did not answer: stores the apology as a failed answer and the call with what it used.';
revoke all on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[])
    from public, anon, authenticated, service_role;
grant execute on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) to catb_server;

drop function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer);
create function public.finish_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_reply text,
    p_token_count integer,
    p_truncated boolean,
    p_aborted boolean,
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
    p_raised_category public.triage_category default null,
    p_red_flags text[] default null
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may finish it; the server may write no table.
begin
    perform catb.close_turn(
        p_session_id, p_reply_seq, p_attempt_id,
        case when p_aborted then 'aborted' else 'complete' end::public.message_state,
        p_reply, p_token_count, p_truncated, p_raised_category, p_red_flags);
    return catb.record_model_call(
        p_session_id, p_reply_seq, 'reply', p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason);
end
$$;
comment on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) is
    'Finishes a turn: the reply, its state, usage and cost in one statement. Returns the cost in US dollars, null when unknown.';
revoke all on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[])
    from public, anon, authenticated, service_role;
grant execute on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) to catb_server;

drop function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer);
create function catb.record_model_call(
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
    p_finish_reason text
)
returns numeric
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_cost numeric;
begin
    if p_usage_certainty <> 'unknown' then
        v_cost := catb.price_call(
            p_provider, p_model, now(), p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens);
    end if;
    insert into public.model_calls (
        session_id, seq, purpose, provider, model, request_id, usage_certainty, cost_certainty, cost_usd,
        input_tokens, cached_input_tokens, cache_write_tokens, output_tokens,
        latency_ms, first_token_ms, finish_reason)
    values (
        p_session_id, p_seq, p_purpose, p_provider, p_model, p_request_id, p_usage_certainty,
        case when v_cost is null then 'unknown' else p_usage_certainty end, v_cost,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason)
    on conflict (session_id, request_id) do nothing;
    return v_cost;
end
$$;
comment on function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text) is
    'Stores one model call with its cost, once per request id, and returns the cost in US dollars (null: unknown).';
revoke all on function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text) from public;

drop function catb.add_own_price(text, text, timestamptz, numeric, numeric, numeric, numeric, numeric);
drop function catb.add_list_prices(jsonb);
drop function catb.price_call(text, text, timestamptz, integer, integer, integer, integer, integer);
drop function catb.price_usage(text, text, timestamptz, integer, integer, integer, integer, integer);
create function catb.price_call(
    p_provider text,
    p_model text,
    p_at timestamptz,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer
)
returns numeric
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    -- Times a millionth, not divided by a million: a product of numerics is exact.
    return (
        select trim_scale((
            p_input_tokens * p.input_usd_per_mtok
            + case when p_cached_input_tokens = 0 then 0 else p_cached_input_tokens * p.cached_input_usd_per_mtok end
            + case when p_cache_write_tokens = 0 then 0 else p_cache_write_tokens * p.cache_write_usd_per_mtok end
            + p_output_tokens * p.output_usd_per_mtok
        ) * 0.000001)
        from public.model_prices p
        where p.provider = p_provider and p.model = p_model and p.valid_from <= p_at
        order by p.source, p.valid_from desc
        limit 1);
end
$$;
comment on function catb.price_call(text, text, timestamptz, integer, integer, integer, integer) is
    'The cost in US dollars, exact, by the price valid then (own prices first); null without a price for what was used.';
revoke all on function catb.price_call(text, text, timestamptz, integer, integer, integer, integer) from public;

-- catb-lint: allow constraint-without-not-valid: they come back as they were, by one scan of the ledger
alter table public.model_calls
    drop constraint token_buckets_not_negative,
    drop constraint latency_not_negative,
    drop constraint names_at_most_200_characters,
    drop constraint exact_usage_adds_up,
    drop column price_id,
    drop column cache_write_1h_tokens,
    drop column total_tokens,
    add constraint token_buckets_not_negative check (
        input_tokens >= 0 and cached_input_tokens >= 0 and cache_write_tokens >= 0 and output_tokens >= 0),
    add constraint latency_not_negative check (latency_ms >= 0 and coalesce(first_token_ms, 0) >= 0),
    add constraint names_at_most_200_characters check (
        char_length(provider) <= 200 and char_length(model) <= 200
        and char_length(finish_reason) <= 200 and char_length(request_id) <= 200);
comment on column public.model_calls.cache_write_tokens is null;

-- catb-lint: allow index-without-concurrently: some thousand rows
drop index public.model_prices_newest;
drop trigger model_prices_are_kept on public.model_prices;
drop trigger model_prices_are_never_truncated on public.model_prices;
drop function catb.keep_price_row();
delete from public.model_prices
where from_utc_time <> '00:00' or from_input_tokens > 0 or call_usd is not null
   or input_usd_per_mtok is null or output_usd_per_mtok is null;
-- catb-lint: allow constraint-without-not-valid: some thousand rows, which grow with the price list and not with conversations
-- catb-lint: allow unique-constraint-without-index: some thousand rows, which grow with the price list and not with conversations
-- catb-lint: allow set-not-null: some thousand rows, which grow with the price list and not with conversations
alter table public.model_prices
    drop constraint starts_at_no_fewer_than_no_tokens,
    drop constraint starts_within_a_day,
    drop constraint something_has_a_price,
    drop constraint prices_finite,
    drop constraint prices_not_negative,
    drop constraint model_prices_id_key,
    drop constraint model_prices_pkey,
    drop column id,
    drop column from_utc_time,
    drop column from_input_tokens,
    drop column cache_write_1h_usd_per_mtok,
    drop column call_usd,
    alter column input_usd_per_mtok set not null,
    alter column output_usd_per_mtok set not null,
    add constraint model_prices_pkey primary key (provider, model, source, valid_from),
    add constraint prices_not_negative check (
        input_usd_per_mtok >= 0 and output_usd_per_mtok >= 0
        and coalesce(cached_input_usd_per_mtok, 0) >= 0 and coalesce(cache_write_usd_per_mtok, 0) >= 0),
    -- NaN counts as greater than infinity, and one such price would make every sum NaN.
    add constraint prices_finite check (
        input_usd_per_mtok < 'Infinity' and output_usd_per_mtok < 'Infinity'
        and coalesce(cached_input_usd_per_mtok, 0) < 'Infinity' and coalesce(cache_write_usd_per_mtok, 0) < 'Infinity');
comment on table public.model_prices is 'Prices in US dollars per million tokens, each from its date on.';
comment on column public.model_prices.valid_from is 'A call is priced by the newest row not after it.';
comment on column public.model_prices.input_usd_per_mtok is null;
comment on column public.model_prices.output_usd_per_mtok is null;
comment on column public.model_prices.cache_write_usd_per_mtok is null;

delete from catb.error_codes where sqlstate in ('MU030', 'MU031');
