-- The price ledger: prices that say everything a text call is charged by, and calls that name theirs.
--
-- Why: a list price changes with the length of the input, with the hour of the day, and with how long
-- written cache lives; a price row could say none of it, so such a call was priced wrongly. A call kept
-- its cost and not the row that it came from, and a row could be edited under it. Now a row has a number,
-- a call keeps it, and a row is never changed or deleted: a correction is a newer row. No foreign key
-- between them, since that would cost every turn a check for what the trigger promises already.
-- Cost on a big database: model_prices has some thousand rows and is rewritten in milliseconds, under a
-- lock that turns wait for. model_calls gets three columns without a rewrite and its constraints without
-- a scan; 20261125000110 scans it for them beside running turns.
-- A turn has no statement more. PostgreSQL parses each constraint anew at each statement, so the three of
-- model_calls that are touched say the same in fewer words, which pays for the new one.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU030', 'price_row_kept', 409, 'A price that is stored is never changed or deleted: calls were billed by it.',
        'Add a row with a newer date; an own price comes before a list price.'),
    ('MU031', 'price_date_taken', 409, 'There is an own price of this model from this date on, and it is another one.',
        'Give a later date: the newest price not after a call is the one that counts.');

-- catb-lint: allow constraint-without-not-valid: some thousand rows, which grow with the price list and not with conversations
-- catb-lint: allow unique-constraint-without-index: some thousand rows, which grow with the price list and not with conversations
-- catb-lint: allow add-column-rewrite: some thousand rows, rewritten in milliseconds
-- catb-lint: allow squawk-ban-drop-not-null: null means not stated, which only a price list's reader asks
alter table public.model_prices
    add column id bigint generated always as identity,
    add column from_utc_time time not null default '00:00',
    add column from_input_tokens integer not null default 0,
    add column cache_write_1h_usd_per_mtok numeric,
    add column call_usd numeric,
    alter column input_usd_per_mtok drop not null,
    alter column output_usd_per_mtok drop not null,
    drop constraint prices_not_negative,
    drop constraint prices_finite,
    drop constraint model_prices_pkey,
    add constraint model_prices_pkey
        primary key (provider, model, source, valid_from, from_utc_time, from_input_tokens),
    add constraint model_prices_id_key unique (id),
    add constraint prices_not_negative check (
        least(input_usd_per_mtok, cached_input_usd_per_mtok, cache_write_usd_per_mtok,
            cache_write_1h_usd_per_mtok, output_usd_per_mtok, call_usd) >= 0),
    -- NaN counts as greater than infinity, and one such price would make every sum NaN.
    add constraint prices_finite check (
        greatest(input_usd_per_mtok, cached_input_usd_per_mtok, cache_write_usd_per_mtok,
            cache_write_1h_usd_per_mtok, output_usd_per_mtok, call_usd) < 'Infinity'),
    add constraint something_has_a_price check (
        coalesce(input_usd_per_mtok, output_usd_per_mtok, call_usd) is not null),
    add constraint starts_within_a_day check (from_utc_time < '24:00'),
    add constraint starts_at_no_fewer_than_no_tokens check (from_input_tokens >= 0);
comment on table public.model_prices is
    'Prices in US dollars per million tokens, each from its date, its hour of the day and its length of input on. '
    'Rows are never changed or deleted. A cost is by the newest date, then the latest hour, then the longest input '
    'that the call reaches: for all of its tokens, not only those beyond.';
comment on column public.model_prices.id is 'What a call names its price by.';
comment on column public.model_prices.valid_from is 'A call is priced by the newest date not after it.';
-- A sequence in public is handed to everybody by the default privileges of Supabase.
revoke all on sequence public.model_prices_id_seq from public, anon, authenticated, service_role;
comment on sequence public.model_prices_id_seq is 'Numbers of prices.';
comment on column public.model_prices.from_utc_time is 'From this hour of the day on, in UTC, until the next row of the same date.';
comment on column public.model_prices.from_input_tokens is
    'For calls whose input, of every kind together, has at least so many tokens.';
comment on column public.model_prices.input_usd_per_mtok is 'Null: not stated; tokens of that kind then make the cost unknown.';
comment on column public.model_prices.output_usd_per_mtok is 'Null: not stated; tokens of that kind then make the cost unknown.';
comment on column public.model_prices.cache_write_usd_per_mtok is 'For input kept for less than an hour: five minutes at Anthropic.';
comment on column public.model_prices.cache_write_1h_usd_per_mtok is
    'For input kept for an hour. Null: not stated; such tokens then make the cost unknown.';
comment on column public.model_prices.call_usd is 'A fee for each call, whatever it used; null for none.';

-- The order in which a price is looked for, so that the first entry is the one and none are sorted.
-- catb-lint: allow index-without-concurrently: some thousand rows, indexed in milliseconds
create index model_prices_newest on public.model_prices
    (provider, model, source, valid_from desc, from_utc_time desc, from_input_tokens desc);

create function catb.keep_price_row()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
-- security definer: whoever tries learns why not, also without the right to read the error codes.
begin
    perform catb.raise_error('price_row_kept');
    return null;
end
$$;
comment on function catb.keep_price_row() is 'Trigger: refuses to change or delete a price.';
revoke all on function catb.keep_price_row() from public, anon, authenticated, service_role;

create trigger model_prices_are_kept
    before update or delete on public.model_prices
    for each row execute function catb.keep_price_row();
create trigger model_prices_are_never_truncated
    before truncate on public.model_prices
    for each statement execute function catb.keep_price_row();

alter table public.model_calls
    add column price_id bigint,
    add column cache_write_1h_tokens integer not null default 0,
    add column total_tokens integer,
    drop constraint token_buckets_not_negative,
    drop constraint latency_not_negative,
    drop constraint names_at_most_200_characters,
    add constraint token_buckets_not_negative check (
        least(input_tokens, cached_input_tokens, cache_write_1h_tokens, cache_write_tokens - cache_write_1h_tokens,
            output_tokens) >= 0) not valid,
    add constraint latency_not_negative check (least(latency_ms, first_token_ms) >= 0) not valid,
    add constraint names_at_most_200_characters check (
        greatest(char_length(provider), char_length(model), char_length(finish_reason), char_length(request_id)) <= 200)
        not valid,
    add constraint exact_usage_adds_up check (
        usage_certainty <> 'exact' or total_tokens is null
        or total_tokens = input_tokens::bigint + cached_input_tokens + cache_write_tokens + output_tokens) not valid;
comment on column public.model_calls.price_id is
    'The row of model_prices that the cost is by; null when the cost is unknown, and for calls from before this column.';
comment on column public.model_calls.cache_write_1h_tokens is 'How many of cache_write_tokens were written for an hour, which costs more.';
comment on column public.model_calls.total_tokens is
    'The sum as the provider told it, null where it told none. A usage that does not add up to it is estimated at best: '
    'a token was counted in two buckets, or in none.';
comment on column public.model_calls.cache_write_tokens is 'Input written to a cache, for however long.';

create function catb.price_usage(
    p_provider text,
    p_model text,
    p_at timestamptz,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_cache_write_1h_tokens integer,
    out price_id bigint,
    out cost_usd numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    -- Times a millionth, not divided by a million: a product of numerics is exact.
    select p.id, trim_scale((
            case when p_input_tokens = 0 then 0 else p_input_tokens * p.input_usd_per_mtok end
            + case when p_cached_input_tokens = 0 then 0 else p_cached_input_tokens * p.cached_input_usd_per_mtok end
            + case when p_cache_write_tokens = p_cache_write_1h_tokens then 0
                else (p_cache_write_tokens - p_cache_write_1h_tokens) * p.cache_write_usd_per_mtok end
            + case when p_cache_write_1h_tokens = 0 then 0
                else p_cache_write_1h_tokens * p.cache_write_1h_usd_per_mtok end
            + case when p_output_tokens = 0 then 0 else p_output_tokens * p.output_usd_per_mtok end
        ) * 0.000001 + coalesce(p.call_usd, 0))
    into price_id, cost_usd
    from public.model_prices p
    where p.provider = p_provider and p.model = p_model and p.valid_from <= p_at
      and p.from_utc_time <= (p_at at time zone 'UTC')::pg_catalog.time
      and p.from_input_tokens <= p_input_tokens::bigint + p_cached_input_tokens + p_cache_write_tokens
    order by p.source, p.valid_from desc, p.from_utc_time desc, p.from_input_tokens desc
    limit 1;
    if cost_usd is null then
        price_id := null;
    end if;
end
$$;
comment on function catb.price_usage(text, text, timestamptz, integer, integer, integer, integer, integer) is
    'The cost in US dollars, exact, and the price row it is by: the one valid at that time and for that length of input, '
    'own prices first. Both null without a price for what was used.';
revoke all on function catb.price_usage(text, text, timestamptz, integer, integer, integer, integer, integer)
    from public, anon, authenticated, service_role;

drop function catb.price_call(text, text, timestamptz, integer, integer, integer, integer);
create function catb.price_call(
    p_provider text,
    p_model text,
    p_at timestamptz,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_cache_write_1h_tokens integer default 0
)
returns numeric
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    return (catb.price_usage(
        p_provider, p_model, p_at, p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_cache_write_1h_tokens)).cost_usd;
end
$$;
comment on function catb.price_call(text, text, timestamptz, integer, integer, integer, integer, integer) is
    'The cost in US dollars, exact, by the price valid then (own prices first); null without a price for what was used.';
revoke all on function catb.price_call(text, text, timestamptz, integer, integer, integer, integer, integer)
    from public, anon, authenticated, service_role;

drop function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text);
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
        when p_usage_certainty = 'exact' and p_total_tokens
            <> p_input_tokens::bigint + p_cached_input_tokens + p_cache_write_tokens + p_output_tokens
        then 'estimated' else p_usage_certainty end;
    v_price record;
    v_cost numeric;
begin
    v_price := catb.price_usage(
        p_provider, p_model, now(), p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_cache_write_1h_tokens);
    if v_usage <> 'unknown' then
        v_cost := v_price.cost_usd;
    end if;
    insert into public.model_calls (
        session_id, seq, purpose, provider, model, request_id, usage_certainty, cost_certainty, cost_usd, price_id,
        input_tokens, cached_input_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens, total_tokens,
        latency_ms, first_token_ms, finish_reason)
    values (
        p_session_id, p_seq, p_purpose, p_provider, p_model, p_request_id, v_usage,
        case when v_cost is null then 'unknown' else v_usage end, v_cost,
        case when v_cost is not null then v_price.price_id end,
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
comment on function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer) is
    'Stores one model call with its cost and its price row, once per request id, and returns the cost in US dollars as '
    'it was stored (null: unknown).';
revoke all on function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer)
    from public, anon, authenticated, service_role;

drop function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]);
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
    p_red_flags text[] default null,
    p_cache_write_1h_tokens integer default 0,
    p_total_tokens integer default null
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
        p_latency_ms, p_first_token_ms, p_finish_reason,
        p_cache_write_1h_tokens, p_total_tokens);
end
$$;
comment on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer) is
    'Finishes a turn: the reply, its state, usage and cost in one statement. Returns the cost in US dollars, null when unknown.';
revoke all on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer) to catb_server;

drop function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]);
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
    p_red_flags text[] default null,
    p_cache_write_1h_tokens integer default 0,
    p_total_tokens integer default null
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
        p_latency_ms, p_first_token_ms, p_finish_reason,
        p_cache_write_1h_tokens, p_total_tokens);
end
$$;
comment on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer) is
    'Closes a turn that the model did not answer: stores the apology as a failed answer and the call with what it used.';
revoke all on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[],
    integer, integer) to catb_server;

drop function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text);
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
    p_finish_reason text,
    p_cache_write_1h_tokens integer default 0,
    p_total_tokens integer default null
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
        p_latency_ms, p_first_token_ms, p_finish_reason,
        p_cache_write_1h_tokens, p_total_tokens);
    return true;
end
$$;
comment on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer) is
    'Stores the summary made under this claim, with the model call it took; false when the claim was lost.';
revoke all on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, integer, integer) to catb_server;

drop function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer);
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
    p_first_token_ms integer,
    p_cache_write_1h_tokens integer default 0,
    p_total_tokens integer default null
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
        p_latency_ms, p_first_token_ms, 'superseded',
        p_cache_write_1h_tokens, p_total_tokens);
end
$$;
comment on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, integer, integer) is
    'Records a paid call whose result came too late: of an attempt that lost its turn at answer p_seq, or of a summary '
    'through p_seq that lost its claim. Finish reason superseded; once per request id. Returns the cost in US dollars '
    '(null: unknown). Raises session_token_refused, message_not_found, turn_in_progress.';
revoke all on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, integer, integer) to catb_server;

create function catb.add_own_price(
    p_provider text,
    p_model text,
    p_valid_from timestamptz,
    p_input_usd_per_mtok numeric,
    p_output_usd_per_mtok numeric,
    p_cached_input_usd_per_mtok numeric default null,
    p_cache_write_usd_per_mtok numeric default null,
    p_cache_write_1h_usd_per_mtok numeric default null
)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok, output_usd_per_mtok,
        cached_input_usd_per_mtok, cache_write_usd_per_mtok, cache_write_1h_usd_per_mtok)
    values (p_provider, p_model, 'own', p_valid_from, p_input_usd_per_mtok, p_output_usd_per_mtok,
        p_cached_input_usd_per_mtok, p_cache_write_usd_per_mtok, p_cache_write_1h_usd_per_mtok)
    on conflict do nothing;
    if found then
        return true;
    end if;
    perform from public.model_prices p
    where p.provider = p_provider and p.model = p_model and p.source = 'own' and p.valid_from = p_valid_from
      and p.from_utc_time = '00:00' and p.from_input_tokens = 0
      and (p.input_usd_per_mtok, p.output_usd_per_mtok, p.cached_input_usd_per_mtok, p.cache_write_usd_per_mtok,
           p.cache_write_1h_usd_per_mtok, p.call_usd)
          is not distinct from (p_input_usd_per_mtok, p_output_usd_per_mtok, p_cached_input_usd_per_mtok,
           p_cache_write_usd_per_mtok, p_cache_write_1h_usd_per_mtok, null::numeric);
    if not found then
        perform catb.raise_error('price_date_taken');
    end if;
    return false;
end
$$;
comment on function catb.add_own_price(text, text, timestamptz, numeric, numeric, numeric, numeric, numeric) is
    'Adds a price of one''s own, which comes before every list price from its date on. False when exactly this price was '
    'there already; raises price_date_taken when another one is.';
revoke all on function catb.add_own_price(text, text, timestamptz, numeric, numeric, numeric, numeric, numeric)
    from public, anon, authenticated, service_role;

create function catb.add_list_prices(p_prices jsonb, out models integer, out added integer)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    -- One at a time: two lists at once would each add what the other has added.
    perform pg_advisory_xact_lock(hashtextextended('catb.add_list_prices', 0));
    with listed as (
        select l.*
        from jsonb_to_recordset(p_prices) as l (
            provider pg_catalog.text, model pg_catalog.text, valid_from timestamptz,
            from_utc_time pg_catalog.time, from_input_tokens integer,
            input_usd_per_mtok numeric, cached_input_usd_per_mtok numeric, cache_write_usd_per_mtok numeric,
            cache_write_1h_usd_per_mtok numeric, output_usd_per_mtok numeric, call_usd numeric)
    ),
    -- The rows of one date are one price: compared as a whole, and added as a whole.
    wanted as (
        select l.provider, l.model, l.valid_from,
            string_agg(row(l.from_utc_time, l.from_input_tokens, trim_scale(l.input_usd_per_mtok),
                trim_scale(l.cached_input_usd_per_mtok), trim_scale(l.cache_write_usd_per_mtok),
                trim_scale(l.cache_write_1h_usd_per_mtok), trim_scale(l.output_usd_per_mtok), trim_scale(l.call_usd))::pg_catalog.text,
                ' ' order by l.from_utc_time, l.from_input_tokens) as price,
            l.valid_from > now() as is_coming,
            coalesce(lead(l.valid_from) over (partition by l.provider, l.model order by l.valid_from) <= now(), false)
                as is_over
        from listed l
        group by l.provider, l.model, l.valid_from
    ),
    stored as (
        select p.provider, p.model, p.valid_from,
            string_agg(row(p.from_utc_time, p.from_input_tokens, trim_scale(p.input_usd_per_mtok),
                trim_scale(p.cached_input_usd_per_mtok), trim_scale(p.cache_write_usd_per_mtok),
                trim_scale(p.cache_write_1h_usd_per_mtok), trim_scale(p.output_usd_per_mtok), trim_scale(p.call_usd))::pg_catalog.text,
                ' ' order by p.from_utc_time, p.from_input_tokens) as price
        from public.model_prices p
        where p.source = 'genai-prices' and (p.provider, p.model) in (select l.provider, l.model from listed l)
        group by p.provider, p.model, p.valid_from
    ),
    compared as (
        select w.provider, w.model, w.valid_from, w.price, w.is_over, w.is_coming,
            count(*) filter (where s.valid_from = w.valid_from) > 0 as is_stored,
            count(*) filter (where s.valid_from between w.valid_from and w.until)::integer as how_many,
            (array_agg(s.price order by s.valid_from desc) filter (where s.valid_from <= w.until))[1] as newest_price
        from (
            -- A coming price may have been corrected before it came, each time a moment later.
            select *, case when is_coming then valid_from + interval '1 second' else now() end as until
            from wanted) w
        left join stored s on s.provider = w.provider and s.model = w.model
        group by w.provider, w.model, w.valid_from, w.price, w.is_over, w.is_coming, w.until
    ),
    missing as (
        select c.provider, c.model, c.valid_from,
            case
                when c.is_over or c.how_many = 0 then c.valid_from
                -- A date that has another price already is corrected by a newer one: from now on,
                when not c.is_coming then now()
                -- or, where it has not come yet, a moment after it.
                else c.valid_from + c.how_many * interval '1 microsecond'
            end as starts
        from compared c
        -- A price that is over bills nothing any more: it is added where its date is free.
        where case when c.is_over then not c.is_stored else c.newest_price is distinct from c.price end
    ),
    new as (
        insert into public.model_prices (provider, model, source, valid_from, from_utc_time, from_input_tokens,
            input_usd_per_mtok, cached_input_usd_per_mtok, cache_write_usd_per_mtok, cache_write_1h_usd_per_mtok,
            output_usd_per_mtok, call_usd)
        select l.provider, l.model, 'genai-prices', m.starts, l.from_utc_time, l.from_input_tokens,
            trim_scale(l.input_usd_per_mtok), trim_scale(l.cached_input_usd_per_mtok),
            trim_scale(l.cache_write_usd_per_mtok), trim_scale(l.cache_write_1h_usd_per_mtok),
            trim_scale(l.output_usd_per_mtok), trim_scale(l.call_usd)
        from missing m
        join listed l on (l.provider, l.model, l.valid_from) = (m.provider, m.model, m.valid_from)
        order by l.provider, l.model, m.starts, l.from_utc_time, l.from_input_tokens
        returning provider, model)
    select count(distinct (n.provider, n.model))::integer, count(*)::integer into models, added from new n;
end
$$;
comment on function catb.add_list_prices(jsonb) is
    'Adds what is new in a price list: an array of objects with the fields of model_prices, and every row that the list has '
    'of each model. Returns how many rows were added, of how many models. A price that differs from the one stored for its '
    'date counts from now on; own prices are not touched.';
revoke all on function catb.add_list_prices(jsonb) from public, anon, authenticated, service_role;
