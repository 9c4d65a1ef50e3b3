-- Retention: what is due by the policies, said beforehand and then erased in small batches.
--
-- Why: a run judges everything by one moment, that of its beginning, so that a clock that jumps in the middle
-- of it changes nothing. It walks along the ids of sessions, which begin with their time: nothing that is due
-- lies beyond the id of the cutoff. Within that, the last activity decides. A batch is one transaction of so
-- many messages. It locks the sessions that it erases, skips one that a turn is using, and looks at each once
-- more when it has the lock; so two runs at once, or a run that is killed, leave nothing half erased.
-- What erased sessions added to the dashboards stays, as with an erasure on request.
-- A clock that is a year ahead would have a year erased. It shows as a time in which nobody was there: unless
-- told to trust the clock, a run refuses when there was no new session for more than seven days between the
-- run before it (or the oldest session) and now.
-- Cost on a big database: a new table and functions, nothing is read.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU073', 'retention_run_refused', 409, 'This retention run can not go on.',
        'One run at a time: wait for the other one, or begin a new one.'),
    ('MU074', 'retention_clock_doubtful', 409, 'The clock may be ahead, and nothing was erased.',
        'Check the clock of the database server. If it is right, run once with the clock trusted.');

create table catb.retention_runs (
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    id uuid not null default catb.uuid_v7(),
    clock_trusted boolean not null,
    removed jsonb not null default '{}',
    constraint retention_runs_pkey primary key (id)
);
alter table catb.retention_runs enable row level security;
alter table catb.retention_runs force row level security;
revoke all on table catb.retention_runs from public, anon, authenticated, service_role;
create policy "The owner's runs write down what they did" on catb.retention_runs
    for all to current_user using (true) with check (true);
create index retention_runs_started_at on catb.retention_runs (started_at);
comment on table catb.retention_runs is 'The runs of retention and how many rows each removed. Names no session.';
comment on column catb.retention_runs.started_at is 'The moment by which the run judges what is due.';
comment on column catb.retention_runs.finished_at is 'Null while it is at work, and for ever where it was killed.';
comment on column catb.retention_runs.clock_trusted is 'Whoever began it said that the clock is right.';
comment on column catb.retention_runs.removed is 'How many rows, by table; written with each batch.';

create function catb.first_uuid_at(p_at timestamptz)
returns uuid
language plpgsql
immutable
parallel safe
security invoker
set search_path = ''
as $$
begin
    return (lpad(to_hex(greatest(floor(extract(epoch from p_at) * 1000), 0)::pg_catalog.int8), 12, '0')
        || '00000000000000000000')::pg_catalog.uuid;
end
$$;
comment on function catb.first_uuid_at(timestamptz) is 'The UUID that every UUID version 7 of this moment or later comes after.';
revoke all on function catb.first_uuid_at(timestamptz) from public, anon, authenticated, service_role;

create function catb.time_of_uuid(p_id uuid)
returns timestamptz
language plpgsql
immutable
parallel safe
security invoker
set search_path = ''
as $$
begin
    return to_timestamp(('x' || substr(translate(p_id::pg_catalog.text, '-', ''), 1, 12))::bit(48)::pg_catalog.int8 / 1000.0);
end
$$;
comment on function catb.time_of_uuid(uuid) is 'When a UUID version 7 was made, to the millisecond.';
revoke all on function catb.time_of_uuid(uuid) from public, anon, authenticated, service_role;

create function catb.retention_cutoff(p_data catb.retained_data, p_as_of timestamptz)
returns timestamptz
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    return (select p_as_of - min(r.keep_days) * interval '24 hours' from catb.retention_policies r where r.data = p_data);
end
$$;
comment on function catb.retention_cutoff(catb.retained_data, timestamptz) is
    'What was active since then is not due by any policy about this data; null: there is none, or all keep it for ever.';
revoke all on function catb.retention_cutoff(catb.retained_data, timestamptz) from public, anon, authenticated, service_role;

create function catb.due_sessions(
    p_data catb.retained_data,
    p_as_of timestamptz,
    p_after uuid default '00000000-0000-0000-0000-000000000000',
    p_through uuid default 'ffffffff-ffff-ffff-ffff-ffffffffffff'
)
returns table (session_id uuid, last_active_at timestamptz, last_seq integer, category text, keep_days integer, on_hold boolean)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
    v_cutoff constant pg_catalog.timestamptz := catb.retention_cutoff(p_data, p_as_of);
begin
    return query
        select s.id, s.last_active_at, s.last_seq, p.category, p.keep_days,
               exists (select from catb.legal_holds h where h.session_id = s.id)
        from public.sessions s
        cross join lateral (
            -- The enum is in order of gravity.
            select coalesce(min(m.triage_category)::pg_catalog.text, 'other') as gravest
            from public.messages m where m.session_id = s.id) c
        cross join lateral (
            select r.category, r.keep_days
            from catb.retention_policies r
            where r.data = p_data and r.category in (c.gravest, 'other')
            order by r.category = 'other'
            limit 1) p
        where s.id > p_after and s.id <= p_through
          and s.id < catb.first_uuid_at(v_cutoff)
          and s.last_active_at < v_cutoff
          and s.last_active_at < p_as_of - p.keep_days * interval '24 hours'
          and case p_data
                when 'feedback' then exists (
                    select from public.feedback f where f.session_id = s.id and f.comment is not null)
                when 'preferences' then exists (select from public.preferences f where f.session_id = s.id)
                else p_data = 'sessions'
              end
        order by s.id;
end
$$;
comment on function catb.due_sessions(catb.retained_data, timestamptz, uuid, uuid) is
    'The sessions after p_after up to p_through of which this data is due at p_as_of, the policy that says so, and '
    'which of them a legal hold keeps.';
revoke all on function catb.due_sessions(catb.retained_data, timestamptz, uuid, uuid)
    from public, anon, authenticated, service_role;

create function catb.plan_retention(p_as_of timestamptz default now())
returns table (
    data catb.retained_data,
    category text,
    keep_days integer,
    table_name text,
    sessions bigint,
    row_count bigint,
    bytes bigint,
    oldest timestamptz,
    newest timestamptz,
    held_sessions bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
    v_gone pg_catalog.uuid[] := '{}';
    v_policy record;
    v_table record;
begin
    for v_policy in
        select r.data, r.category, r.keep_days from catb.retention_policies r order by r.data, r.category
    loop
        data := v_policy.data;
        category := v_policy.category;
        keep_days := v_policy.keep_days;
        if data = 'audit_log' then
            table_name := 'public.audit_log';
            select null, count(*), coalesce(sum(pg_column_size(a.*) + 28), 0), min(a.at), max(a.at),
                   null
            into sessions, row_count, bytes, oldest, newest, held_sessions
            from public.audit_log a
            where a.action <> 'session_erased' and a.at < p_as_of - v_policy.keep_days * interval '24 hours'
              and not exists (
                select from catb.legal_holds h
                where h.session_id is not null and h.session_sha256 = a.session_sha256);
            return next;
            continue;
        end if;
        declare
            v_ids pg_catalog.uuid[];
        begin
            select coalesce(array_agg(d.session_id) filter (where not d.on_hold), '{}'),
                   min(d.last_active_at) filter (where not d.on_hold), max(d.last_active_at) filter (where not d.on_hold),
                   count(*) filter (where d.on_hold)
            into v_ids, oldest, newest, held_sessions
            from catb.due_sessions(v_policy.data, p_as_of) d
            where d.category = v_policy.category
              -- What goes with its session goes once.
              and not exists (select from unnest(v_gone) as g(id) where g.id = d.session_id);
            sessions := cardinality(v_ids);
            if data = 'sessions' then
                v_gone := v_gone || v_ids;
            end if;
            -- Of a table that goes with its session every column counts, of another what is removed only.
            for v_table in
                select c.oid, format('%I.%I', n.nspname, c.relname) as name,
                       case when c.relname = 'sessions' then 'id' else 'session_id' end as key,
                       case when data = 'feedback' then 'comment is not null' else 'true' end as condition,
                       (select string_agg(format('coalesce(pg_column_size(t.%I), 0)', a.attname), ' + ')
                            || case when data = 'feedback' then '' else ' + 28' end
                        from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and (data <> 'feedback' or a.attname = 'comment')) as row_bytes,
                       -- A table that was never analyzed has a negative number of rows, and no share to be told.
                       case when data = 'feedback' or c.reltuples < 1 then 0
                           else pg_indexes_size(c.oid) / c.reltuples end as index_bytes
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where case v_policy.data
                        when 'sessions' then c.oid = 'public.sessions'::pg_catalog.regclass
                            or c.oid = 'public.feedback'::pg_catalog.regclass
                            or c.oid in (
                                select k.conrelid from pg_constraint k
                                where k.contype = 'f' and k.confdeltype = 'c'
                                  and k.confrelid = 'public.sessions'::pg_catalog.regclass)
                        when 'feedback' then c.oid = 'public.feedback'::pg_catalog.regclass
                        else c.oid = 'public.preferences'::pg_catalog.regclass
                      end
                order by c.relname <> 'sessions', c.relname
            loop
                table_name := v_table.name;
                execute format(
                    'select count(*), coalesce(sum(%s), 0)::bigint + (count(*) * $2)::bigint '
                    'from %s t join unnest($1) as due(id) on due.id = t.%I where %s',
                    v_table.row_bytes, v_table.name, v_table.key, v_table.condition)
                into row_count, bytes
                using v_ids, v_table.index_bytes;
                return next;
            end loop;
        end;
    end loop;
end
$$;
comment on function catb.plan_retention(timestamptz) is
    'What a run at p_as_of would remove, by policy and table, and how many sessions that are due a legal hold keeps. '
    'bytes: what the rows take up as they are stored, by pg_column_size and 28 for each row''s header, and their '
    'share of the indexes; oldest and newest: last activity. Changes nothing.';
revoke all on function catb.plan_retention(timestamptz) from public, anon, authenticated, service_role;

create function catb.find_silence(p_from timestamptz, p_to timestamptz, p_longer_than interval)
returns timestamptz
language plpgsql
stable
security invoker
set search_path = ''
as $$
-- Steps of that length backwards along the ids: 52 for a year.
declare
    v_at pg_catalog.timestamptz := p_to;
    v_before pg_catalog.timestamptz;
begin
    while v_at - p_longer_than > p_from loop
        select catb.time_of_uuid(s.id)
        into v_before
        from public.sessions s
        where s.id >= catb.first_uuid_at(v_at - p_longer_than) and s.id < catb.first_uuid_at(v_at)
        order by s.id
        limit 1;
        if not found then
            return v_at;
        end if;
        v_at := v_before;
    end loop;
    return null;
end
$$;
comment on function catb.find_silence(timestamptz, timestamptz, interval) is
    'The end of the newest time between two moments in which no session began for so long; null: there is none.';
revoke all on function catb.find_silence(timestamptz, timestamptz, interval) from public, anon, authenticated, service_role;

create function catb.begin_retention(
    p_trust_clock boolean default false,
    p_caller_clock timestamptz default null,
    out run_id uuid,
    out started_at timestamptz,
    out clean_up boolean
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_oldest pg_catalog.timestamptz;
    v_silent_until pg_catalog.timestamptz;
begin
    if not p_trust_clock then
        if p_caller_clock < now() - interval '1 day' then
            perform catb.raise_error('retention_clock_doubtful',
                format('The database says %s, and who asks says %s.', now(), p_caller_clock));
        end if;
        select catb.time_of_uuid(s.id)
        into v_oldest
        from public.sessions s order by s.id limit 1;
        if v_oldest is not null then
            v_silent_until := catb.find_silence(
                greatest(v_oldest, (select max(r.started_at) from catb.retention_runs r where r.started_at <= now())),
                now(), interval '7 days');
        end if;
        if v_silent_until is not null then
            perform catb.raise_error('retention_clock_doubtful',
                format('No session began in the 7 days before %s.', v_silent_until));
        end if;
    end if;
    -- Of the connection, and not of a transaction: it is let go at the end of the run, or of its process.
    if not pg_try_advisory_lock(hashtext('catb.retention')) then
        perform catb.raise_error('retention_run_refused', 'Another run is at work.');
    end if;
    clean_up := coalesce((
        select r.finished_at is null from catb.retention_runs r order by r.started_at desc limit 1), false);
    insert into catb.retention_runs as r (clock_trusted) values (p_trust_clock)
    returning r.id, r.started_at into run_id, begin_retention.started_at;
end
$$;
comment on function catb.begin_retention(boolean, timestamptz) is
    'Begins a run, one at a time; clean_up: the one before was killed, and may have left dead rows. p_caller_clock: what '
    'the caller takes for now, a second opinion. For the owner. Raises retention_run_refused, retention_clock_doubtful.';
revoke all on function catb.begin_retention(boolean, timestamptz) from public, anon, authenticated, service_role;

create function catb.finish_retention(p_run_id uuid)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_removed pg_catalog.jsonb;
begin
    update catb.retention_runs r set finished_at = clock_timestamp() where r.id = p_run_id returning r.removed into v_removed;
    perform pg_advisory_unlock(hashtext('catb.retention'));
    return v_removed;
end
$$;
comment on function catb.finish_retention(uuid) is 'Ends a run and returns how many rows it removed, by table. For the owner.';
revoke all on function catb.finish_retention(uuid) from public, anon, authenticated, service_role;

create function catb.remove_due(
    p_run_id uuid,
    p_data catb.retained_data,
    p_after uuid default '00000000-0000-0000-0000-000000000000',
    p_max_messages integer default 500,
    out last_id uuid,
    out removed jsonb
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_as_of pg_catalog.timestamptz;
    v_cutoff pg_catalog.timestamptz;
    v_due pg_catalog.uuid[];
    v_ids pg_catalog.uuid[];
    v_key pg_catalog.text;
    v_rows pg_catalog.int8;
    v_forgets pg_catalog.text;
begin
    removed := '{}';
    select r.started_at into v_as_of from catb.retention_runs r where r.id = p_run_id and r.finished_at is null;
    if not found then
        perform catb.raise_error('retention_run_refused', 'There is no such run, or it is over.');
    elsif current_setting('transaction_isolation') <> 'read committed' then
        -- What is looked at under the lock has to be read after it.
        perform catb.raise_error('retention_run_refused', 'Its transaction is not READ COMMITTED.');
    end if;
    v_cutoff := catb.retention_cutoff(p_data, v_as_of);
    if v_cutoff is null then
        return;
    end if;
    -- Whoever migrates is let through after this, and the batch comes again.
    perform set_config('lock_timeout', '2s', true);

    if p_data = 'audit_log' then
        with gone as (
            delete from public.audit_log a
            where a.id in (
                select d.id
                from public.audit_log d
                -- An id is made when its entry is, and a transaction may be a while older than that.
                where d.id > p_after and d.id < catb.first_uuid_at(v_cutoff + interval '1 day') and d.at < v_cutoff
                  and d.action <> 'session_erased'
                  and not exists (
                    select from catb.legal_holds h
                    where h.session_id is not null and h.session_sha256 = d.session_sha256)
                order by d.id
                limit p_max_messages)
            returning a.id)
        select count(*), (array_agg(g.id order by g.id desc))[1] into v_rows, last_id from gone g;
        if v_rows < p_max_messages then
            last_id := null;
        end if;
        if v_rows > 0 then
            removed := jsonb_build_object('audit_log', v_rows);
        end if;
    else
        -- As many sessions as have that many messages, due or not.
        select (array_agg(c.id order by c.id desc))[1] into last_id
        from (
            select n.id, sum(n.last_seq + 1) over (order by n.id) - n.last_seq - 1 as before
            from (
                select s.id, s.last_seq
                from public.sessions s
                where s.id > p_after and s.id < catb.first_uuid_at(v_cutoff) and s.last_active_at < v_cutoff
                order by s.id
                limit 1000) n) c
        where c.before < p_max_messages;
        v_due := array(select d.session_id from catb.due_sessions(p_data, v_as_of, p_after, last_id) d where not d.on_hold);
        -- Who has used his session since has moved its last activity; who is using it now is skipped.
        select array_agg(l.id) into v_ids
        from (
            select s.id from public.sessions s
            where s.id = any (v_due) and s.last_active_at < v_cutoff
            order by s.id
            for update skip locked) l;
        -- Nobody can place a hold on one of these any more: those that were placed up to now are seen.
        select array_agg(i.id) into v_ids
        from unnest(v_ids) as i(id)
        where not exists (select from catb.legal_holds h where h.session_id = i.id);
        if v_ids is null then
            return;
        end if;
        if p_data = 'preferences' then
            delete from public.preferences p where p.session_id = any (v_ids);
            get diagnostics v_rows = row_count;
            removed := jsonb_build_object('preferences', v_rows);
        elsif p_data = 'feedback' then
            update public.feedback f set comment = null where f.session_id = any (v_ids) and f.comment is not null;
            get diagnostics v_rows = row_count;
            removed := jsonb_build_object('feedback_comments', v_rows);
        else
            perform catb.keep_usage(v_ids);
            v_forgets := current_setting('catb.forget_usage', true);
            perform set_config('catb.forget_usage', 'on', true);
            -- Table by table: by the foreign keys each session would be a statement to each of them.
            foreach v_key in array array['feedback', 'model_calls', 'context_summaries', 'preferences',
                'imported_conversations', 'messages'] loop
                execute format('delete from public.%I t where t.session_id = any ($1)', v_key) using v_ids;
                get diagnostics v_rows = row_count;
                removed := removed || jsonb_build_object(v_key, v_rows);
            end loop;
            delete from public.sessions s where s.id = any (v_ids);
            get diagnostics v_rows = row_count;
            removed := removed || jsonb_build_object('sessions', v_rows);
            perform set_config('catb.forget_usage', coalesce(v_forgets, ''), true);
        end if;
    end if;
    if removed <> '{}' then
        update catb.retention_runs r
        set removed = (
            select jsonb_object_agg(k.key, k.rows)
            from (
                select e.key, sum(e.value::pg_catalog.int8) as rows
                from (select * from jsonb_each_text(r.removed) union all select * from jsonb_each_text(remove_due.removed)) e
                group by e.key) k)
        where r.id = p_run_id;
    end if;
end
$$;
comment on function catb.remove_due(uuid, catb.retained_data, uuid, integer) is
    'One batch of a run: looks at the sessions after p_after, until those it has looked at have p_max_messages, one at '
    'least, and removes what is due of them. Returns where to go on, null at the end, and how many rows went, by table. For the owner. '
    'Raises retention_run_refused.';
revoke all on function catb.remove_due(uuid, catb.retained_data, uuid, integer) from public, anon, authenticated, service_role;
