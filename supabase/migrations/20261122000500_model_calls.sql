-- Model calls: usage and cost of every one, priced in the database.
--
-- Why: money is exact. Token buckets are disjoint columns, prices are dated rows, cost is numeric,
-- and the provider's request id is unique in its session, so a retry cannot bill twice.
-- Cost on a big database: new tables, nothing is rewritten.

create type public.cost_certainty as enum ('exact', 'estimated', 'unknown');
comment on type public.cost_certainty is
    'exact: the provider''s usage and a known price; estimated: the usage was counted here; unknown: no usage or no price.';

create type public.model_call_purpose as enum ('reply', 'summary');
comment on type public.model_call_purpose is 'What the model was asked for.';

create type public.price_source as enum ('own', 'genai-prices');
comment on type public.price_source is 'Who says so; own comes first.';

create table public.model_prices (
    provider text not null,
    model text not null,
    source public.price_source not null,
    valid_from timestamptz not null,
    input_usd_per_mtok numeric not null,
    cached_input_usd_per_mtok numeric,
    cache_write_usd_per_mtok numeric,
    output_usd_per_mtok numeric not null,
    constraint model_prices_pkey primary key (provider, model, source, valid_from),
    constraint prices_not_negative check (
        input_usd_per_mtok >= 0 and output_usd_per_mtok >= 0
        and coalesce(cached_input_usd_per_mtok, 0) >= 0 and coalesce(cache_write_usd_per_mtok, 0) >= 0),
    -- NaN counts as greater than infinity, and one such price would make every sum NaN.
    constraint prices_finite check (
        input_usd_per_mtok < 'Infinity' and output_usd_per_mtok < 'Infinity'
        and coalesce(cached_input_usd_per_mtok, 0) < 'Infinity' and coalesce(cache_write_usd_per_mtok, 0) < 'Infinity')
);
alter table public.model_prices enable row level security;
alter table public.model_prices force row level security;
revoke all on table public.model_prices from public, anon, authenticated, service_role;
create policy "The owner's functions read and keep prices" on public.model_prices
    for all to current_user using (true) with check (true);
comment on table public.model_prices is 'Prices in US dollars per million tokens, each from its date on.';
comment on column public.model_prices.valid_from is 'A call is priced by the newest row not after it.';
comment on column public.model_prices.cached_input_usd_per_mtok is 'Null: not stated; tokens of that kind then make the cost unknown.';

-- The built-in guide costs nothing, and that is known.
insert into public.model_prices
    (provider, model, source, valid_from, input_usd_per_mtok, cached_input_usd_per_mtok, cache_write_usd_per_mtok, output_usd_per_mtok)
values ('offline-guide', 'offline-guide', 'own', '-infinity', 0, 0, 0, 0);

create table public.model_calls (
    session_id uuid not null,
    created_at timestamptz not null default now(),
    seq integer not null,
    purpose public.model_call_purpose not null,
    usage_certainty public.cost_certainty not null,
    cost_certainty public.cost_certainty not null,
    input_tokens integer not null,
    cached_input_tokens integer not null,
    cache_write_tokens integer not null,
    output_tokens integer not null,
    latency_ms integer not null,
    first_token_ms integer,
    cost_usd numeric,
    provider text not null,
    model text not null,
    finish_reason text not null,
    request_id text not null,
    constraint model_calls_pkey primary key (session_id, request_id),
    constraint model_calls_session_id_fkey foreign key (session_id) references public.sessions (id) on delete cascade,
    constraint token_buckets_not_negative check (
        input_tokens >= 0 and cached_input_tokens >= 0 and cache_write_tokens >= 0 and output_tokens >= 0),
    constraint latency_not_negative check (latency_ms >= 0 and coalesce(first_token_ms, 0) >= 0),
    constraint cost_known_unless_unknown check ((cost_usd is null) = (cost_certainty = 'unknown')),
    constraint names_at_most_200_characters check (
        char_length(provider) <= 200 and char_length(model) <= 200
        and char_length(finish_reason) <= 200 and char_length(request_id) <= 200)
);
alter table public.model_calls enable row level security;
alter table public.model_calls force row level security;
revoke all on table public.model_calls from public, anon, authenticated, service_role;
create policy "The owner's functions work on every model call" on public.model_calls
    for all to current_user using (true) with check (true);
comment on table public.model_calls is 'Every call to a model: what it used, what it cost, how long it took. No content.';
comment on column public.model_calls.seq is 'The answer it was for; for a summary, the last message summarised.';
comment on column public.model_calls.input_tokens is 'Input that was neither read from nor written to a cache: the four buckets never overlap.';
comment on column public.model_calls.cost_usd is 'In US dollars, by the price of the call''s own time; null when unknown, never zero for want of a price.';
comment on column public.model_calls.request_id is 'The provider''s id of the request: unique in the session, so that a retry cannot bill twice.';

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
