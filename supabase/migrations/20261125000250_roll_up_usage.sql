-- Keeping the usage rollups up to date, exactly.
--
-- Why: see the head of usage_tables. A row that is written, changed or deleted after its quarter was closed
-- leaves a mark, whoever does it; the next run computes the marked quarters anew.
-- Cost on a big database: triggers on messages, model_calls, sessions and feedback need a short lock on
-- each (SHARE ROW EXCLUSIVE). Existing rows are counted by the first runs, two days each, the newest first.

create function catb.refresh_usage(p_grain catb.usage_grain, p_from timestamptz, p_to timestamptz)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
-- What is there and right stays untouched; what is not goes, and what is missing comes.
declare
    v_sessions catb.usage_sessions[] := array(select r from catb.sum_sessions(p_grain, p_from, p_to) r);
    v_turns catb.usage_turns[] := array(select r from catb.sum_turns(p_grain, p_from, p_to) r);
    v_calls catb.usage_calls[] := array(select r from catb.sum_calls(p_grain, p_from, p_to) r);
    v_failures catb.usage_failures[] := array(select r from catb.sum_failures(p_grain, p_from, p_to) r);
    v_slowest catb.usage_slowest[] := array(select r from catb.pick_slowest(p_grain, p_from, p_to) r);
begin
    delete from catb.usage_sessions u
    where u.grain = p_grain and u.starts_at >= p_from and u.starts_at < p_to
      and not exists (select from unnest(v_sessions) f where f = u);
    insert into catb.usage_sessions select f.* from unnest(v_sessions) f on conflict do nothing;
    delete from catb.usage_turns u
    where u.grain = p_grain and u.starts_at >= p_from and u.starts_at < p_to
      and not exists (select from unnest(v_turns) f where f = u);
    insert into catb.usage_turns select f.* from unnest(v_turns) f on conflict do nothing;
    delete from catb.usage_calls u
    where u.grain = p_grain and u.starts_at >= p_from and u.starts_at < p_to
      and not exists (select from unnest(v_calls) f where f = u);
    insert into catb.usage_calls select f.* from unnest(v_calls) f on conflict do nothing;
    delete from catb.usage_failures u
    where u.grain = p_grain and u.starts_at >= p_from and u.starts_at < p_to
      and not exists (select from unnest(v_failures) f where f = u);
    insert into catb.usage_failures select f.* from unnest(v_failures) f on conflict do nothing;
    delete from catb.usage_slowest u
    where u.grain = p_grain and u.starts_at >= p_from and u.starts_at < p_to
      and not exists (select from unnest(v_slowest) f where f = u);
    insert into catb.usage_slowest select f.* from unnest(v_slowest) f on conflict do nothing;
end
$$;
comment on function catb.refresh_usage(catb.usage_grain, timestamptz, timestamptz) is
    'Makes the rollups of one grain between two times what the grain below says.';
revoke all on function catb.refresh_usage(catb.usage_grain, timestamptz, timestamptz) from public;

create function catb.refresh_usage_quarters(p_quarters timestamptz[])
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
-- Grain by grain, neighbours together: a day with many changed quarters is added up once. Quarters are
-- computed by whole hours: four at once take as long as one.
declare
    v_origin constant pg_catalog.timestamptz := '2000-01-01 00:00:00+00';
    v_grain catb.usage_grain;
    v_width interval;
    v_range record;
begin
    foreach v_grain in array array['quarter', 'hour', 'day']::catb.usage_grain[] loop
        v_width := greatest(catb.grain_width(v_grain), interval '1 hour');
        for v_range in
            select min(i.starts_at) as range_from, max(i.starts_at) + v_width as range_to
            from (
                select s.starts_at, s.starts_at - row_number() over (order by s.starts_at) * v_width as island
                from (select distinct date_bin(v_width, q.quarter, v_origin) as starts_at
                    from unnest(p_quarters) as q(quarter) where isfinite(q.quarter)) s
            ) i
            group by i.island
        loop
            perform catb.refresh_usage(v_grain, v_range.range_from, v_range.range_to);
        end loop;
    end loop;
    insert into catb.stale_days (day)
    select distinct (q.quarter at time zone 'UTC')::pg_catalog.date
    from unnest(p_quarters) as q(quarter) where isfinite(q.quarter)
    on conflict do nothing;
end
$$;
comment on function catb.refresh_usage_quarters(timestamptz[]) is
    'Makes these quarters what the rows say, and the hours and days they lie in.';
revoke all on function catb.refresh_usage_quarters(timestamptz[]) from public;

create function catb.refresh_open_usage(p_open_from timestamptz)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_origin constant pg_catalog.timestamptz := '2000-01-01 00:00:00+00';
    v_grain catb.usage_grain;
begin
    foreach v_grain in array array['quarter', 'hour', 'day']::catb.usage_grain[] loop
        perform catb.refresh_usage(v_grain, date_bin(catb.grain_width(v_grain), p_open_from, v_origin), 'infinity');
    end loop;
    insert into catb.stale_days (day)
    select d.day::pg_catalog.date
    from generate_series(date_trunc('day', p_open_from at time zone 'UTC'), now() at time zone 'UTC', interval '1 day') as d(day)
    union
    -- What lies ahead of the clock is open too.
    select (u.starts_at at time zone 'UTC')::pg_catalog.date
    from catb.usage_turns u
    where u.grain = 'day' and u.starts_at >= p_open_from
    on conflict do nothing;
end
$$;
comment on function catb.refresh_open_usage(timestamptz) is 'Makes everything from this quarter on what the rows say.';
revoke all on function catb.refresh_open_usage(timestamptz) from public;

create function catb.roll_up_usage(
    p_max_quarters integer default 192,
    out quarters integer,
    out waiting bigint
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server brings the rollups up to date without reading a row of theirs.
declare
    v_progress catb.usage_progress;
    v_marked pg_catalog.timestamptz[];
    v_target pg_catalog.timestamptz;
    v_may_close pg_catalog.bool := false;
    -- Its id will be newer than that of every transaction that began to write before now.
    v_is_young pg_catalog.bool := pg_current_xact_id_if_assigned() is null;
begin
    if not pg_try_advisory_xact_lock(hashtext('catb.roll_up_usage')) then
        return;
    end if;
    select p.* into v_progress from catb.usage_progress p;
    if not found then
        -- The first run. Until the sequence has a value every row leaves a mark, so none slips through here.
        insert into catb.usage_progress as p (open_from, rolled_up_at)
        values (date_bin('15 minutes', now(), '2000-01-01 00:00:00+00'), now())
        returning p.* into v_progress;
        perform setval('catb.rollup_closed_until', extract(epoch from v_progress.open_from)::bigint);
        insert into catb.usage_marks (quarter)
        select distinct date_bin('15 minutes', t.created_at, '2000-01-01 00:00:00+00')
        from (
            select s.created_at from public.sessions s
            union all
            select m.created_at from public.messages m
            union all
            select c.created_at from public.model_calls c
        ) t
        where t.created_at < v_progress.open_from and isfinite(t.created_at)
        on conflict do nothing;
    end if;
    -- First the marks, then the rows: a change that comes between is counted now and its mark stays.
    with newest as (
        select distinct m.quarter from catb.usage_marks m order by m.quarter desc limit p_max_quarters),
    taken as (
        delete from catb.usage_marks m using newest n where m.quarter = n.quarter returning m.quarter)
    select coalesce(array_agg(distinct t.quarter), '{}') into v_marked from taken t;

    -- Two minutes, so that few answers come in after the quarter they began in was closed.
    v_target := date_bin('15 minutes', now() - interval '2 minutes', '2000-01-01 00:00:00+00');
    if greatest(v_progress.closed_by, v_progress.closing_at) > pg_snapshot_xmax(pg_current_snapshot()) then
        -- Transaction ids of another server: this is a restored copy.
        v_progress.closed_by := null;
        v_progress.closing_at := null;
    end if;
    -- Three runs close a quarter. One moves the sequence. The next takes a transaction id: whoever saw the old
    -- value has an older one. The third finds that none of those goes on, and counts what they wrote.
    if v_progress.closed_by is null and v_target > v_progress.open_from then
        perform setval('catb.rollup_closed_until', extract(epoch from v_target)::bigint);
        v_progress.closed_by := pg_current_xact_id();
    elsif v_progress.closed_by is not null and v_progress.closing_at is null and v_is_young then
        v_progress.closing_at := pg_current_xact_id();
    elsif v_progress.closing_at is not null then
        v_may_close := pg_snapshot_xmin(pg_current_snapshot()) >= v_progress.closing_at;
    end if;

    perform catb.refresh_usage_quarters(array(
        select q.quarter from unnest(v_marked) as q(quarter) where q.quarter < v_progress.open_from));
    perform catb.refresh_open_usage(v_progress.open_from);

    if v_may_close then
        select to_timestamp(s.last_value), null, null
        into v_progress.open_from, v_progress.closed_by, v_progress.closing_at
        from catb.rollup_closed_until s;
    end if;
    update catb.usage_progress p
    set open_from = v_progress.open_from, closed_by = v_progress.closed_by, closing_at = v_progress.closing_at,
        rolled_up_at = clock_timestamp()
    where p.only_row;
    quarters := cardinality(v_marked);
    select count(distinct m.quarter) into waiting from catb.usage_marks m;
end
$$;
comment on function catb.roll_up_usage(integer) is
    'Brings the rollups up to date: everything that is open, and the newest p_max_quarters closed quarters in which a row '
    'has changed. Returns how many of those it computed and how many wait; null when another server is at it.';
revoke all on function catb.roll_up_usage(integer) from public;
grant execute on function catb.roll_up_usage(integer) to catb_server;

create function catb.mark_late_row()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever writes a late row may not write marks.
declare
    v_times pg_catalog.timestamptz[] := array[new.created_at];
begin
    if tg_op = 'UPDATE' then
        v_times := v_times || old.created_at;
    end if;
    if tg_table_name = 'messages' then
        -- An answer is counted by the triage of its message.
        if new.role = 'user' then
            v_times := v_times || array(
                select a.created_at from public.messages a where a.session_id = new.session_id and a.seq = new.seq + 1);
        end if;
    end if;
    insert into catb.usage_marks (quarter)
    select distinct date_bin('15 minutes', t.at, '2000-01-01 00:00:00+00') from unnest(v_times) as t(at)
    on conflict do nothing;
    return null;
end
$$;
comment on function catb.mark_late_row() is 'Trigger: notes the quarter of a row that was written after it was closed.';
revoke all on function catb.mark_late_row() from public;

create function catb.mark_rated_answer()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever rates an answer may not write marks.
declare
    v_session_id pg_catalog.uuid := case tg_op when 'DELETE' then old.session_id else new.session_id end;
    v_seq pg_catalog.int4 := case tg_op when 'DELETE' then old.seq else new.seq end;
begin
    insert into catb.usage_marks (quarter)
    select date_bin('15 minutes', m.created_at, '2000-01-01 00:00:00+00')
    from public.messages m, catb.rollup_closed_until s
    where m.session_id = v_session_id and m.seq = v_seq and m.created_at < to_timestamp(s.last_value)
    on conflict do nothing;
    return null;
end
$$;
comment on function catb.mark_rated_answer() is 'Trigger: notes the closed quarter of an answer whose rating has changed.';
revoke all on function catb.mark_rated_answer() from public;

create function catb.mark_deleted_rows()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever deletes rows may not write marks.
begin
    insert into catb.usage_marks (quarter)
    select distinct date_bin('15 minutes', d.created_at, '2000-01-01 00:00:00+00') from deleted d
    on conflict do nothing;
    return null;
end
$$;
comment on function catb.mark_deleted_rows() is 'Trigger: notes the quarters of rows that are gone.';
revoke all on function catb.mark_deleted_rows() from public;

create trigger mark_late_insert after insert on public.messages for each row
    when ((date_part('epoch', new.created_at) >= pg_sequence_last_value('catb.rollup_closed_until')) is not true)
    execute function catb.mark_late_row();
-- Not of state: that is what each turn sets, and a trigger there would cost it another 10 us.
-- catb.close_turn, public.checkpoint_turn and catb.sweep_stuck_turns look themselves.
create trigger mark_late_update after update of created_at, role, triage_category, red_flags on public.messages for each row
    when ((date_part('epoch', least(old.created_at, new.created_at))
        >= pg_sequence_last_value('catb.rollup_closed_until')) is not true)
    execute function catb.mark_late_row();
create trigger mark_deleted after delete on public.messages referencing old table as deleted for each statement
    execute function catb.mark_deleted_rows();

create trigger mark_late_insert after insert on public.model_calls for each row
    when ((date_part('epoch', new.created_at) >= pg_sequence_last_value('catb.rollup_closed_until')) is not true)
    execute function catb.mark_late_row();
create trigger mark_late_update after update on public.model_calls for each row
    when ((date_part('epoch', least(old.created_at, new.created_at))
        >= pg_sequence_last_value('catb.rollup_closed_until')) is not true)
    execute function catb.mark_late_row();
create trigger mark_deleted after delete on public.model_calls referencing old table as deleted for each statement
    execute function catb.mark_deleted_rows();

create trigger mark_late_insert after insert on public.sessions for each row
    when ((date_part('epoch', new.created_at) >= pg_sequence_last_value('catb.rollup_closed_until')) is not true)
    execute function catb.mark_late_row();
create trigger mark_late_update after update of created_at on public.sessions for each row
    execute function catb.mark_late_row();
create trigger mark_deleted after delete on public.sessions referencing old table as deleted for each statement
    execute function catb.mark_deleted_rows();

create trigger mark_rated_answer after insert or update or delete on public.feedback for each row
    execute function catb.mark_rated_answer();

create function catb.mark_quarter(p_at timestamptz)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    insert into catb.usage_marks (quarter) values (date_bin('15 minutes', p_at, '2000-01-01 00:00:00+00'))
    on conflict do nothing;
end
$$;
comment on function catb.mark_quarter(timestamptz) is 'Has the quarter of this time computed anew by the next run.';
revoke all on function catb.mark_quarter(timestamptz) from public;

-- The three functions that move an answer to another state, as they were, and a look at the clock of the rollups.

create or replace function catb.close_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_state public.message_state,
    p_content text,
    p_token_count integer,
    p_truncated boolean,
    p_raised_category public.triage_category,
    p_red_flags text[]
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_created_at pg_catalog.timestamptz;
begin
    if coalesce(p_content, '') !~ '\S' then
        perform catb.raise_error('reply_blank');
    elsif p_token_count > 300 then
        perform catb.raise_error('reply_too_long', format('It has %s tokens.', p_token_count));
    end if;
    -- The session is locked before its message, as an erasure does: the other way round each could wait
    -- for the other. The attempt that the sweep gave up may still come in: failed is open to the same attempt.
    update public.messages m
    set state = p_state, content = p_content, token_count = p_token_count, truncated = p_truncated,
        attempt_id = case when p_state = 'failed' then m.attempt_id end
    from (select s.id from public.sessions s where s.id = p_session_id for key share) as locked
    where m.session_id = locked.id and m.seq = p_reply_seq and m.attempt_id = p_attempt_id
      and m.state in ('pending', 'streaming', 'failed')
    returning m.created_at into v_created_at;
    if not found then
        perform catb.raise_error('turn_superseded');
    end if;
    if (date_part('epoch', v_created_at) >= pg_sequence_last_value('catb.rollup_closed_until')) is not true then
        perform catb.mark_quarter(v_created_at);
    end if;
    -- What was said before can make a message graver than it is alone; that is known after begin_turn only.
    if p_raised_category is not null then
        update public.messages m set triage_category = p_raised_category, red_flags = p_red_flags
        where m.session_id = p_session_id and m.seq = p_reply_seq - 1;
    end if;
end
$$;

create or replace function public.checkpoint_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_reply_so_far text,
    p_token_count integer
)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may store what it has so far; the server may write no table.
declare
    v_created_at pg_catalog.timestamptz;
begin
    update public.messages m
    set state = 'streaming', content = p_reply_so_far, token_count = p_token_count
    where m.session_id = p_session_id and m.seq = p_reply_seq and m.attempt_id = p_attempt_id
      and m.state in ('pending', 'streaming') and p_reply_so_far ~ '\S'
    returning m.created_at into v_created_at;
    if not found then
        return false;
    end if;
    if (date_part('epoch', v_created_at) >= pg_sequence_last_value('catb.rollup_closed_until')) is not true then
        perform catb.mark_quarter(v_created_at);
    end if;
    return true;
end
$$;

create or replace function catb.sweep_stuck_turns(
    p_apology text,
    p_apology_tokens integer,
    p_older_than interval default '5 minutes',
    p_horizon interval default '7 days'
)
returns integer
language sql
volatile
security definer
set search_path = ''
as $$
    -- security definer: the server closes turns of dead processes without seeing what is in them.
    -- attempt_id stays: a process that was only slow may still finish what was given up for it.
    with closed as (
        update public.messages m
        set state = case when m.content ~ '\S' then 'aborted' else 'failed' end::public.message_state,
            -- Kept to what the table takes: an error of a constraint would show the row to the caller.
            content = case when m.content ~ '\S' then m.content else coalesce(left(p_apology, 20000), '') end,
            token_count = case when m.content ~ '\S' then m.token_count else least(greatest(p_apology_tokens, 0), 300) end
        where (m.session_id, m.seq) in (
            select stuck.session_id, stuck.seq
            from public.messages stuck
            where stuck.created_at between now() - p_horizon and now() - p_older_than
              and stuck.state in ('pending', 'streaming')
            for update skip locked)
        returning m.created_at),
    marked as (
        insert into catb.usage_marks (quarter)
        select distinct date_bin('15 minutes', c.created_at, '2000-01-01 00:00:00+00')
        from closed c, catb.rollup_closed_until s
        where c.created_at < to_timestamp(s.last_value)
        on conflict do nothing)
    select count(*)::integer from closed
$$;

create function catb.keep_usage(p_session_ids uuid[])
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    -- In the order of the keys, so that two erasures never wait for each other in a circle.
    insert into catb.usage_sessions as u
    select 'erased', r.starts_at, r.sessions
    from catb.sum_sessions('quarter', '-infinity', 'infinity', p_session_ids) r
    order by r.starts_at
    on conflict (grain, starts_at) do update set
        sessions = u.sessions + excluded.sessions;
    insert into catb.usage_turns as u
    select 'erased', r.starts_at, r.triage, r.turns, r.first_turns, r.flagged_turns, r.user_tokens, r.answers, r.answers_complete, r.answers_aborted, r.answers_failed, r.answers_unfinished, r.answers_truncated, r.answer_tokens, r.rated_up, r.rated_down
    from catb.sum_turns('quarter', '-infinity', 'infinity', p_session_ids) r
    order by r.starts_at, r.triage
    on conflict (grain, starts_at, triage) do update set
        turns = u.turns + excluded.turns,
        first_turns = u.first_turns + excluded.first_turns,
        flagged_turns = u.flagged_turns + excluded.flagged_turns,
        user_tokens = u.user_tokens + excluded.user_tokens,
        answers = u.answers + excluded.answers,
        answers_complete = u.answers_complete + excluded.answers_complete,
        answers_aborted = u.answers_aborted + excluded.answers_aborted,
        answers_failed = u.answers_failed + excluded.answers_failed,
        answers_unfinished = u.answers_unfinished + excluded.answers_unfinished,
        answers_truncated = u.answers_truncated + excluded.answers_truncated,
        answer_tokens = u.answer_tokens + excluded.answer_tokens,
        rated_up = u.rated_up + excluded.rated_up,
        rated_down = u.rated_down + excluded.rated_down;
    insert into catb.usage_calls as u
    select 'erased', r.starts_at, r.provider, r.model, r.purpose, r.calls, r.exact_calls, r.estimated_calls, r.unknown_calls, r.failed_calls, r.input_tokens, r.cached_input_tokens, r.cache_write_tokens, r.output_tokens, r.cost_usd, r.saved_usd, r.latency_histogram, r.first_token_histogram
    from catb.sum_calls('quarter', '-infinity', 'infinity', p_session_ids) r
    order by r.starts_at, r.provider, r.model, r.purpose
    on conflict (grain, starts_at, provider, model, purpose) do update set
        calls = u.calls + excluded.calls,
        exact_calls = u.exact_calls + excluded.exact_calls,
        estimated_calls = u.estimated_calls + excluded.estimated_calls,
        unknown_calls = u.unknown_calls + excluded.unknown_calls,
        failed_calls = u.failed_calls + excluded.failed_calls,
        input_tokens = u.input_tokens + excluded.input_tokens,
        cached_input_tokens = u.cached_input_tokens + excluded.cached_input_tokens,
        cache_write_tokens = u.cache_write_tokens + excluded.cache_write_tokens,
        output_tokens = u.output_tokens + excluded.output_tokens,
        cost_usd = u.cost_usd + excluded.cost_usd,
        saved_usd = u.saved_usd + excluded.saved_usd,
        latency_histogram = u.latency_histogram + excluded.latency_histogram,
        first_token_histogram = u.first_token_histogram + excluded.first_token_histogram;
    insert into catb.usage_failures as u
    select 'erased', r.starts_at, r.provider, r.model, r.finish_reason, r.calls
    from catb.sum_failures('quarter', '-infinity', 'infinity', p_session_ids) r
    order by r.starts_at, r.provider, r.model, r.finish_reason
    on conflict (grain, starts_at, provider, model, finish_reason) do update set
        calls = u.calls + excluded.calls;
    -- Under one random key for each session, so that it still counts as one.
    insert into catb.session_days
    select k.session_key, r.day, r.cohort_day, true, r.turns, r.messages, r.answers_complete, r.answers_rated, r.resolved,
           r.cost_usd
    from catb.sum_session_days('-infinity', 'infinity', p_session_ids) r
    join (select i.id, gen_random_uuid() as session_key from unnest(p_session_ids) as i(id)) k on k.id = r.session_key;
    delete from catb.session_days d where d.session_key = any (p_session_ids);
end
$$;
comment on function catb.keep_usage(uuid[]) is
    'Keeps what these sessions add to the counts, without them; their rows must be deleted in the same transaction.';
revoke all on function catb.keep_usage(uuid[]) from public;

create function catb.keep_usage_of_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever erases a session may not write rollups.
begin
    -- Demo data goes without a trace, and who deletes many sessions at once calls catb.keep_usage once.
    if current_setting('catb.forget_usage', true) is distinct from 'on' then
        perform catb.keep_usage(array[old.id]);
    end if;
    return old;
end
$$;
comment on function catb.keep_usage_of_session() is
    'Trigger: what a session added to the counts stays when it is deleted, whoever deletes it and how.';
revoke all on function catb.keep_usage_of_session() from public;
create trigger keep_usage before delete on public.sessions for each row execute function catb.keep_usage_of_session();

create function catb.compare_usage(p_from timestamptz, p_to timestamptz)
returns table (rollup text, grain catb.usage_grain, starts_at timestamptz, stored jsonb, computed jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
    v_grain catb.usage_grain;
begin
    foreach v_grain in array array['quarter', 'hour', 'day']::catb.usage_grain[] loop
        return query
            select 'usage_sessions'::pg_catalog.text, v_grain, coalesce(u.starts_at, r.starts_at), to_jsonb(u), to_jsonb(r)
            from (select * from catb.usage_sessions s
                where s.grain = v_grain and s.starts_at >= p_from and s.starts_at < p_to) u
            full join catb.sum_sessions(v_grain, p_from, p_to) r using (starts_at)
            where to_jsonb(u) is distinct from to_jsonb(r);
        return query
            select 'usage_turns'::pg_catalog.text, v_grain, coalesce(u.starts_at, r.starts_at), to_jsonb(u), to_jsonb(r)
            from (select * from catb.usage_turns s
                where s.grain = v_grain and s.starts_at >= p_from and s.starts_at < p_to) u
            full join catb.sum_turns(v_grain, p_from, p_to) r using (starts_at, triage)
            where to_jsonb(u) is distinct from to_jsonb(r);
        return query
            select 'usage_calls'::pg_catalog.text, v_grain, coalesce(u.starts_at, r.starts_at), to_jsonb(u), to_jsonb(r)
            from (select * from catb.usage_calls s
                where s.grain = v_grain and s.starts_at >= p_from and s.starts_at < p_to) u
            full join catb.sum_calls(v_grain, p_from, p_to) r using (starts_at, provider, model, purpose)
            where to_jsonb(u) is distinct from to_jsonb(r);
        return query
            select 'usage_failures'::pg_catalog.text, v_grain, coalesce(u.starts_at, r.starts_at), to_jsonb(u), to_jsonb(r)
            from (select * from catb.usage_failures s
                where s.grain = v_grain and s.starts_at >= p_from and s.starts_at < p_to) u
            full join catb.sum_failures(v_grain, p_from, p_to) r using (starts_at, provider, model, finish_reason)
            where to_jsonb(u) is distinct from to_jsonb(r);
        return query
            select 'usage_slowest'::pg_catalog.text, v_grain, coalesce(u.starts_at, r.starts_at), to_jsonb(u), to_jsonb(r)
            from (select * from catb.usage_slowest s
                where s.grain = v_grain and s.starts_at >= p_from and s.starts_at < p_to) u
            full join catb.pick_slowest(v_grain, p_from, p_to) r using (starts_at, place)
            where to_jsonb(u) is distinct from to_jsonb(r);
    end loop;
end
$$;
comment on function catb.compare_usage(timestamptz, timestamptz) is
    'Computes every grain between two borders of days anew and returns what differs from what is stored: nothing, if all is well.';
revoke all on function catb.compare_usage(timestamptz, timestamptz) from public;
