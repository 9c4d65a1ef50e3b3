-- What each session did on each day.
--
-- Why: how many sessions came back is a question about each session, which no sum over hours answers.
-- A row for each session and day is computed anew from the rows whenever its day has changed. When a
-- session is erased its days stay under a random key that leads nowhere.
-- Cost on a big database: new tables, nothing is read.

create table catb.session_days (
    session_key uuid not null,
    day date not null,
    cohort_day date not null,
    erased boolean not null default false,
    turns integer not null,
    messages integer not null,
    answers_complete integer not null,
    answers_rated integer not null,
    resolved boolean,
    cost_usd numeric not null,
    constraint session_days_pkey primary key (session_key, day)
);
create index session_days_day on catb.session_days (day);
comment on table catb.session_days is 'What each session did on each day of UTC that it was active on. Numbers only.';
comment on column catb.session_days.session_key is 'The session''s id; of an erased session a random number drawn at its erasure.';
comment on column catb.session_days.cohort_day is 'The day that the session was created on.';
comment on column catb.session_days.resolved is
    'The last answer of the day is complete and was not rated down; null without an answer.';

create table catb.stale_days (
    day date not null,
    constraint stale_days_pkey primary key (day)
);
comment on table catb.stale_days is 'Days on which a rollup has changed since catb.session_days was computed.';

do $$
declare
    v_table pg_catalog.text;
begin
    foreach v_table in array array['session_days', 'stale_days'] loop
        execute format('alter table catb.%I enable row level security', v_table);
        execute format('alter table catb.%I force row level security', v_table);
        execute format('revoke all on table catb.%I from public, anon, authenticated, service_role', v_table);
        execute format('create policy "The owner''s functions keep the days" on catb.%I '
            'for all to current_user using (true) with check (true)', v_table);
    end loop;
end
$$;

create function catb.sum_session_days(p_from date, p_to date, p_session_ids uuid[] default null)
returns setof catb.session_days
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_from pg_catalog.timestamptz := p_from::pg_catalog.timestamp at time zone 'UTC';
    v_to pg_catalog.timestamptz := p_to::pg_catalog.timestamp at time zone 'UTC';
begin
    return query
        select x.session_id, x.day, (s.created_at at time zone 'UTC')::pg_catalog.date, false,
               sum(x.turns)::pg_catalog.int4, sum(x.messages)::pg_catalog.int4, sum(x.complete)::pg_catalog.int4,
               sum(x.rated)::pg_catalog.int4,
               (array_agg(x.resolved order by x.seq desc) filter (where x.resolved is not null))[1],
               sum(x.cost_usd)
        from (
            select m.session_id, (m.created_at at time zone 'UTC')::pg_catalog.date as day, m.seq,
                   (m.role = 'user')::pg_catalog.int4 as turns, 1 as messages,
                   (m.role = 'assistant' and m.state = 'complete')::pg_catalog.int4 as complete,
                   (f.rating is not null)::pg_catalog.int4 as rated,
                   case when m.role = 'assistant' then m.state = 'complete' and f.rating is distinct from 'down' end
                       as resolved,
                   0::pg_catalog.numeric as cost_usd
            from public.messages m
            left join public.feedback f on f.session_id = m.session_id and f.seq = m.seq
            where m.created_at >= v_from and m.created_at < v_to
              and (p_session_ids is null or m.session_id = any (p_session_ids))
              and not exists (
                select from public.imported_conversations i
                where i.session_id = m.session_id and i.source <> 'catb-demo')
            union all
            select c.session_id, (c.created_at at time zone 'UTC')::pg_catalog.date, 0, 0, 0, 0, 0, null,
                   coalesce(c.cost_usd, 0)
            from public.model_calls c
            where c.created_at >= v_from and c.created_at < v_to
              and (p_session_ids is null or c.session_id = any (p_session_ids))
        ) x
        join public.sessions s on s.id = x.session_id
        group by x.session_id, x.day, s.created_at;
end
$$;
comment on function catb.sum_session_days(date, date, uuid[]) is
    'What sessions did on the days from p_from to before p_to, by the rows; of some sessions only, if named.';
revoke all on function catb.sum_session_days(date, date, uuid[]) from public;

create function catb.refresh_session_days(p_max_days integer default 7)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server brings the days up to date without reading a row of theirs.
declare
    v_days pg_catalog.date[];
    v_day pg_catalog.date;
    v_fresh catb.session_days[];
begin
    if not pg_try_advisory_xact_lock(hashtext('catb.refresh_session_days')) then
        return null;
    end if;
    -- First the list, then the rows: what changes in between is noted again.
    with newest as (select s.day from catb.stale_days s order by s.day desc limit p_max_days),
    taken as (delete from catb.stale_days s using newest n where s.day = n.day returning s.day)
    select coalesce(array_agg(t.day), '{}') into v_days from taken t;
    foreach v_day in array v_days loop
        v_fresh := array(select r from catb.sum_session_days(v_day, v_day + 1) r);
        delete from catb.session_days d
        where d.day = v_day and not d.erased and not exists (select from unnest(v_fresh) f where f = d);
        insert into catb.session_days select f.* from unnest(v_fresh) f on conflict do nothing;
    end loop;
    return cardinality(v_days);
end
$$;
comment on function catb.refresh_session_days(integer) is
    'Computes catb.session_days anew for the newest p_max_days days that have changed. Returns how many; null when '
    'another server is at it.';
revoke all on function catb.refresh_session_days(integer) from public;
grant execute on function catb.refresh_session_days(integer) to catb_server;

create function catb.compare_session_days(p_from date, p_to date)
returns table (day date, stored jsonb, computed jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    return query
        select coalesce(d.day, r.day), to_jsonb(d) - 'session_key', to_jsonb(r) - 'session_key'
        from (select * from catb.session_days s where s.day >= p_from and s.day < p_to and not s.erased) d
        full join catb.sum_session_days(p_from, p_to) r using (session_key, day)
        where to_jsonb(d) is distinct from to_jsonb(r);
end
$$;
comment on function catb.compare_session_days(date, date) is
    'Computes the days from p_from to before p_to anew and returns what differs from what is stored: nothing, if all is well.';
revoke all on function catb.compare_session_days(date, date) from public;
