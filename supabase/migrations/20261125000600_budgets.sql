-- Budgets: a limit in US dollars for a day and for a month, kept by begin_turn.
--
-- Why: a loop in a client, or a page that became popular overnight, is a bill by the morning. The database
-- sees every call that is paid for, whichever server made it, so it is where a limit holds.
-- What was spent is a running sum, written where the ledger is written. It has 8 shards by the backend's
-- process id, because one row would make every answer that ends wait for the one before it. begin_turn
-- adds the shards up: what it does not see is turns that have begun and not ended, and by so much, and no
-- more, any number of servers together can pass a limit.
-- A turn without a budget pays for looking into an empty table twice.
-- Cost on a big database: new tables and functions. catb.set_budget reads the ledger of the period once,
-- and answers that end meanwhile wait for it.

create type public.budget_period as enum ('day', 'month');
comment on type public.budget_period is 'What a budget is for: a calendar day or a calendar month, in the zone of the budget.';

create type public.budget_action as enum ('warn', 'offline-guide', 'refuse');
comment on type public.budget_action is
    'What happens once a budget is spent, from mild to strict: go on; answer from the offline guide; refuse, except in '
    'an emergency.';

create table public.budgets (
    period public.budget_period not null,
    limit_usd numeric not null,
    timezone text not null default 'UTC',
    at_limit public.budget_action not null default 'warn',
    changed_at timestamptz not null default now(),
    constraint budgets_pkey primary key (period),
    -- NaN counts as greater than infinity, so this keeps it out too.
    constraint limit_positive_and_finite check (limit_usd > 0 and limit_usd < 'Infinity'),
    constraint timezone_not_blank check (timezone ~ '\S')
);
alter table public.budgets enable row level security;
alter table public.budgets force row level security;
revoke all on table public.budgets from public, anon, authenticated, service_role;
create policy "The owner sets budgets, and his functions keep them" on public.budgets
    for all to current_user using (true) with check (true);
comment on table public.budgets is
    'The most that calls of models may cost; set by catb.set_budget, which counts what was spent before.';
comment on column public.budgets.limit_usd is 'In US dollars; from this sum on, at_limit happens.';
comment on column public.budgets.timezone is 'IANA name: days and months begin at midnight there.';
comment on column public.budgets.at_limit is 'What happens once it is spent; of two spent budgets the stricter decides.';

create table catb.budget_spending (
    period public.budget_period not null,
    period_start timestamptz not null,
    shard smallint not null,
    spent_usd numeric not null,
    unknown_calls bigint not null,
    constraint budget_spending_pkey primary key (period, period_start, shard)
) with (fillfactor = 50);
-- Every paid call updates one row of each budget: pages half full let that touch no index. Only functions
-- write here, and what they add comes of tokens and prices that are neither negative nor infinite: a check
-- is parsed anew at every statement, and would cost a turn as much as the sum itself.
alter table catb.budget_spending enable row level security;
alter table catb.budget_spending force row level security;
revoke all on table catb.budget_spending from public, anon, authenticated, service_role;
create policy "The owner's functions count what was spent" on catb.budget_spending
    for all to current_user using (true) with check (true);
comment on table catb.budget_spending is
    'What was spent in each period of a budget, in up to 8 rows that are added up. Names no session; an erasure takes '
    'nothing back. Periods that are over stay, so that a clock that is set back finds them as they were.';
comment on column catb.budget_spending.shard is
    'The process id of the backend, modulo 8; 0 also has what was spent before the budget was set.';
comment on column catb.budget_spending.unknown_calls is
    'Calls whose cost is unknown: no price, or no usage. The budget does not see them.';

create table catb.budget_alerts (
    id uuid not null default catb.uuid_v7(),
    period public.budget_period not null,
    period_start timestamptz not null,
    period_end timestamptz not null,
    threshold smallint not null,
    limit_usd numeric not null,
    spent_usd numeric not null,
    unknown_calls bigint not null,
    timezone text not null,
    at_limit public.budget_action not null,
    noticed_at timestamptz not null default now(),
    claim_id uuid,
    next_attempt_at timestamptz not null default now(),
    attempts integer not null default 0,
    delivered_at timestamptz,
    constraint budget_alerts_pkey primary key (id),
    constraint alert_once_for_each_limit unique (period, period_start, threshold, limit_usd),
    constraint threshold_is_known check (threshold in (80, 100)),
    constraint attempts_not_negative check (attempts >= 0)
);
alter table catb.budget_alerts enable row level security;
alter table catb.budget_alerts force row level security;
revoke all on table catb.budget_alerts from public, anon, authenticated, service_role;
create policy "The owner's functions keep the alerts" on catb.budget_alerts
    for all to current_user using (true) with check (true);
comment on table catb.budget_alerts is
    'That 80 % or 100 % of a budget were spent: once for each period and limit, and who is telling somebody right now.';
comment on column catb.budget_alerts.threshold is 'Percent of the limit.';
comment on column catb.budget_alerts.spent_usd is 'When it was noticed.';
comment on column catb.budget_alerts.claim_id is 'Of the server that is telling it; whoever comes back with another one is too late.';
comment on column catb.budget_alerts.next_attempt_at is 'From then on any server may claim it.';
comment on column catb.budget_alerts.delivered_at is 'When the receiver took it, or, where no receiver is set up, when it was in the log.';

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU045', 'budget_exceeded', 503, 'The budget for answers is spent for now.',
        'Try again later. If your cat gets worse, or you are worried, do not wait: call your vet.'),
    ('MU046', 'budget_invalid', 400, 'This budget can not be set.',
        'Give a limit in US dollars above zero and the name of a time zone such as Europe/Berlin.');

create function catb.budget_standings(p_at timestamptz default now())
returns table (
    period public.budget_period,
    limit_usd numeric,
    timezone text,
    at_limit public.budget_action,
    period_start timestamptz,
    period_end timestamptz,
    spent_usd numeric,
    unknown_calls bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    return query
        select b.period, b.limit_usd, b.timezone, b.at_limit,
               p.local_start at time zone b.timezone,
               -- By the local calendar: a day has 23 hours, or 25, where the clocks are changed.
               (p.local_start + ('1 ' || b.period::pg_catalog.text)::interval) at time zone b.timezone,
               coalesce(c.spent_usd, 0), coalesce(c.unknown_calls, 0)
        from public.budgets b
        cross join lateral (
            select date_trunc(b.period::pg_catalog.text, p_at at time zone b.timezone) as local_start) p
        cross join lateral (
            select sum(c.spent_usd) as spent_usd, sum(c.unknown_calls)::pg_catalog.int8 as unknown_calls
            from catb.budget_spending c
            where c.period = b.period and c.period_start = p.local_start at time zone b.timezone) c;
end
$$;
comment on function catb.budget_standings(timestamptz) is
    'Each budget with the period that is on at p_at, from period_start until before period_end, and what was spent in it.';
revoke all on function catb.budget_standings(timestamptz) from public, anon, authenticated, service_role;

create function catb.spent_budgets(out action public.budget_action, out ends_at timestamptz)
language plpgsql
stable
security invoker
set search_path = ''
as $$
-- Not a query over catb.budget_standings(): every turn asks this, and through there it took twice as long.
begin
    select max(b.at_limit),
           max((date_trunc(b.period::pg_catalog.text, now() at time zone b.timezone)
               + ('1 ' || b.period::pg_catalog.text)::interval) at time zone b.timezone) filter (where b.at_limit <> 'warn')
    into action, ends_at
    from public.budgets b
    where b.limit_usd <= (
        select sum(c.spent_usd)
        from catb.budget_spending c
        where c.period = b.period
          and c.period_start = date_trunc(b.period::pg_catalog.text, now() at time zone b.timezone) at time zone b.timezone);
end
$$;
comment on function catb.spent_budgets() is
    'What the budgets that are spent ask for, the strictest of them, and when the last of those that stop something '
    'ends; nulls: none is spent.';
revoke all on function catb.spent_budgets() from public, anon, authenticated, service_role;

create function catb.count_spending(p_cost_usd numeric, p_at timestamptz default now())
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    -- In one order, so that two backends that share a shard can't wait for each other.
    insert into catb.budget_spending as c (period, period_start, shard, spent_usd, unknown_calls)
    select b.period, date_trunc(b.period::pg_catalog.text, p_at at time zone b.timezone) at time zone b.timezone,
           pg_backend_pid() % 8, coalesce(p_cost_usd, 0), case when p_cost_usd is null then 1 else 0 end
    from public.budgets b
    order by b.period
    on conflict on constraint budget_spending_pkey do update
    set spent_usd = c.spent_usd + excluded.spent_usd, unknown_calls = c.unknown_calls + excluded.unknown_calls;
end
$$;
comment on function catb.count_spending(numeric, timestamptz) is
    'Adds a call to what was spent of each budget, in the period of p_at, the call''s created_at; null: its cost is unknown.';
revoke all on function catb.count_spending(numeric, timestamptz) from public, anon, authenticated, service_role;

create function catb.set_budget(
    p_period public.budget_period,
    p_limit_usd numeric,
    p_timezone text default null,
    p_at_limit public.budget_action default null
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_before public.budgets;
    v_timezone pg_catalog.text;
    v_local_start timestamp;
    v_length constant interval := '1 ' || p_period::pg_catalog.text;
    v_start pg_catalog.timestamptz;
    v_end pg_catalog.timestamptz;
begin
    if p_period is null then
        perform catb.raise_error('budget_invalid', 'It is for a day or for a month.');
    elsif p_limit_usd is null or p_limit_usd <= 0 or p_limit_usd >= 'Infinity' then
        perform catb.raise_error('budget_invalid', 'The limit is not a sum above zero.');
    elsif p_timezone is not null and not exists (select from pg_timezone_names z where z.name = p_timezone) then
        perform catb.raise_error('budget_invalid', 'There is no time zone of this name.');
    elsif current_setting('transaction_isolation') <> 'read committed' then
        -- What is added up below has to be read after the lock, not from a snapshot before it.
        perform catb.raise_error('budget_invalid', 'Its transaction is not READ COMMITTED.');
    end if;
    -- Answers that end queue up behind whoever waits for the ledger: not for longer than this.
    perform set_config('lock_timeout', '5s', true);
    lock table public.budgets in share row exclusive mode;
    select * into v_before from public.budgets b where b.period = p_period;
    v_timezone := coalesce(p_timezone, v_before.timezone, 'UTC');
    if v_before.timezone is distinct from v_timezone then
        -- Waits for every call that is being stored, and lets none be stored until this is committed: each
        -- is in the ledger now, or counts itself. Turns whose model is still at work count themselves too.
        lock table public.model_calls in share mode;
        delete from catb.budget_spending c where c.period = p_period;
        v_local_start := date_trunc(p_period::pg_catalog.text, now() at time zone v_timezone);
        v_start := v_local_start at time zone v_timezone;
        v_end := (v_local_start + v_length) at time zone v_timezone;
        -- The period before as well, for a clock that is set back; and what is to come, if it was. The calendar
        -- is asked for those only: for each call of the period it would take longer than the sum.
        insert into catb.budget_spending (period, period_start, shard, spent_usd, unknown_calls)
        select p_period,
               case when m.created_at >= v_start and m.created_at < v_end then v_start
                   else date_trunc(p_period::pg_catalog.text, m.created_at at time zone v_timezone) at time zone v_timezone end,
               0, coalesce(sum(m.cost_usd), 0), count(*) filter (where m.cost_usd is null)
        from public.model_calls m
        where m.created_at >= (v_local_start - v_length) at time zone v_timezone
          -- A demo spends nothing.
          and not exists (
            select from public.imported_conversations i where i.session_id = m.session_id and i.source = 'catb-demo')
        group by 2;
    end if;
    insert into public.budgets as b (period, limit_usd, timezone, at_limit)
    values (p_period, p_limit_usd, v_timezone, coalesce(p_at_limit, v_before.at_limit, 'warn'))
    on conflict on constraint budgets_pkey do update
    set limit_usd = excluded.limit_usd, timezone = excluded.timezone, at_limit = excluded.at_limit, changed_at = now();
end
$$;
comment on function catb.set_budget(public.budget_period, numeric, text, public.budget_action) is
    'Sets the budget of a day or a month. What is left out stays, or is UTC and warn at first. A new budget, or another '
    'zone, begins with what the ledger has for the period. For the owner. Raises budget_invalid.';
revoke all on function catb.set_budget(public.budget_period, numeric, text, public.budget_action)
    from public, anon, authenticated, service_role;

create function catb.remove_budget(p_period public.budget_period)
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    lock table public.budgets in share row exclusive mode;
    delete from public.budgets b where b.period = p_period;
    if not found then
        return false;
    end if;
    -- Nobody counts on: what is left here would be wrong by the time the budget is set again.
    delete from catb.budget_spending c where c.period = p_period;
    return true;
end
$$;
comment on function catb.remove_budget(public.budget_period) is
    'Removes the budget of a day or a month; false when there is none. For the owner.';
revoke all on function catb.remove_budget(public.budget_period) from public, anon, authenticated, service_role;

create function catb.analytics_budgets()
returns table (
    period public.budget_period,
    limit_usd numeric,
    timezone text,
    at_limit public.budget_action,
    period_start timestamptz,
    period_end timestamptz,
    spent_usd numeric,
    share numeric,
    unknown_calls bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: analysts and the server's metrics see sums, and read no table.
begin
    return query
        select s.period, s.limit_usd, s.timezone, s.at_limit, s.period_start, s.period_end, trim_scale(s.spent_usd),
               round(s.spent_usd / s.limit_usd, 4), s.unknown_calls
        from catb.budget_standings() s
        order by s.period;
end
$$;
comment on function catb.analytics_budgets() is
    'Each budget, what was spent of it in the period that is on, and the share of the limit; unknown_calls are those '
    'whose cost is unknown, which no budget sees.';
revoke all on function catb.analytics_budgets() from public, anon, authenticated, service_role;
grant execute on function catb.analytics_budgets() to catb_analyst, catb_server;

create function catb.claim_budget_alert(
    out id uuid,
    out claim_id uuid,
    out period public.budget_period,
    out period_start timestamptz,
    out period_end timestamptz,
    out threshold smallint,
    out limit_usd numeric,
    out spent_usd numeric,
    out unknown_calls bigint,
    out timezone text,
    out at_limit public.budget_action,
    out noticed_at timestamptz,
    out attempts integer
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server tells of alerts, and reads no table.
begin
    insert into catb.budget_alerts
        (period, period_start, period_end, threshold, limit_usd, spent_usd, unknown_calls, timezone, at_limit)
    select s.period, s.period_start, s.period_end, t.threshold, s.limit_usd, trim_scale(s.spent_usd),
           s.unknown_calls, s.timezone, s.at_limit
    from catb.budget_standings() s
    cross join (values (80), (100)) t(threshold)
    where s.spent_usd * 100 >= s.limit_usd * t.threshold
      and not exists (
          select from catb.budget_alerts a
          where a.period = s.period and a.period_start = s.period_start
            and a.threshold = t.threshold and a.limit_usd = s.limit_usd)
    order by s.period, t.threshold
    on conflict on constraint alert_once_for_each_limit do nothing;

    update catb.budget_alerts a
    set claim_id = gen_random_uuid(), attempts = a.attempts + 1, next_attempt_at = now() + interval '1 minute'
    where a.id = (
        select due.id
        from catb.budget_alerts due
        where due.delivered_at is null and due.noticed_at > now() - interval '3 days'
          -- No pause is longer than an hour: what is further ahead was set before the clock went back.
          and (due.next_attempt_at <= now() or due.next_attempt_at > now() + interval '61 minutes')
        order by due.noticed_at, due.period, due.threshold
        limit 1
        for update skip locked)
    returning a.id, a.claim_id, a.period, a.period_start, a.period_end, a.threshold, a.limit_usd, a.spent_usd,
              a.unknown_calls, a.timezone, a.at_limit, a.noticed_at, a.attempts
    into id, claim_id, period, period_start, period_end, threshold, limit_usd, spent_usd,
         unknown_calls, timezone, at_limit, noticed_at, attempts;
end
$$;
comment on function catb.claim_budget_alert() is
    'Notices which budgets have reached 80 % or 100 %, and gives one alert that nobody has been told of to this caller '
    'alone, for a minute; nulls: there is none. Given up three days after it was noticed.';
revoke all on function catb.claim_budget_alert() from public, anon, authenticated, service_role;
grant execute on function catb.claim_budget_alert() to catb_server;

create function catb.finish_budget_alert(p_id uuid, p_claim_id uuid, p_is_delivered boolean)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the claim may say how it went; the server may write no table.
begin
    update catb.budget_alerts a
    set claim_id = null,
        delivered_at = case when p_is_delivered then now() end,
        -- 10 s, 20 s, 40 s, … up to an hour.
        next_attempt_at = now() + least(interval '10 seconds' * power(2, least(a.attempts, 12) - 1), interval '1 hour')
    where a.id = p_id and a.claim_id = p_claim_id and a.delivered_at is null;
    return found;
end
$$;
comment on function catb.finish_budget_alert(uuid, uuid, boolean) is
    'Says whether the alert that was claimed has reached its receiver: if not, it can be claimed again after a pause '
    'that doubles. False when the claim was lost.';
revoke all on function catb.finish_budget_alert(uuid, uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function catb.finish_budget_alert(uuid, uuid, boolean) to catb_server;

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
    elsif v_cost is null or v_cost > 0 then
        -- After the insert, and not before: catb.set_budget waits for whoever has inserted, so that a call is
        -- in the ledger that it counts, or is counted here.
        if exists (select from public.budgets) then
            perform catb.count_spending(v_cost);
        end if;
    end if;
    return v_cost;
end
$$;

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
    -- A summary is a call of the model too, and one that can wait.
    if (select s.action from catb.spent_budgets() s) in ('offline-guide', 'refuse') then
        return;
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

-- One more column comes back: PostgreSQL lets no function change that in place. Statements that a server has
-- prepared find the new function by themselves.
drop function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval);

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
    p_obeys_budget boolean default false,
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
    out model text,
    out budget_action public.budget_action
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
    v_has_budget boolean;
    v_at_limit public.budget_action;
    v_budget_ends_at pg_catalog.timestamptz;
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
           k.seq, k.content, k.triage_category, k.red_flags,
           exists (select from public.budgets)
    into triage_version, summary, v_covered_seq, v_claimed_until, v_summary_tokens, preferences,
         reply_seq, v_said, triage_category, red_flags, v_has_budget
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

    if v_has_budget then
        select b.action, b.ends_at into v_at_limit, v_budget_ends_at from catb.spent_budgets() b;
        if v_at_limit in ('offline-guide', 'refuse') then
            -- An emergency is never refused: the guide answers it, which costs nothing. A caller that does not
            -- know of budgets would call its model all the same: it is refused rather than trusted.
            if p_triage_category is distinct from 'emergency' and triage_category is distinct from 'emergency'
                and (v_at_limit = 'refuse' or p_obeys_budget is not true) then
                perform catb.raise_error('budget_exceeded', format('Try again in %s s.',
                    ceil(extract(epoch from v_budget_ends_at - now()))::integer));
            end if;
            budget_action := 'offline-guide';
        end if;
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
        and (v_claimed_until is null or v_claimed_until < now())
        and budget_action is null;
end
$$;
comment on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval, boolean) is
    'Begins a turn: checks token, quota and idempotency key, stores the message and a pending answer, and returns the '
    'context that fits (oldest first, the new message last), summary and preferences. A retry with the same key returns '
    'the same turn with its reply if there is one, or a new attempt_id if the last attempt failed or its lease ran out. '
    'budget_action offline-guide: a budget is spent, answer from the guide and call no model; a caller that does not say '
    'p_obeys_budget is refused instead, except in an emergency. '
    'Raises session_token_refused, turn_quota_exceeded, message_blank, message_too_long, idempotency_key_invalid, '
    'idempotency_key_reused, turn_in_progress, budget_exceeded.';
revoke all on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval, boolean)
    from public, anon, authenticated, service_role;
grant execute on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval, boolean)
    to catb_server;
