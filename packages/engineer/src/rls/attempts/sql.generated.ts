/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  prepareAttempts: `-- What the attempts need on the throw-away copy: a list of the witness rows, and functions that hide
-- them, count what was touched, and try one thing as a role. The role that connects to try is no
-- superuser: a function of the schema that runs wild can do no more here than it could at home.
create schema catb_attempts;

create table catb_attempts.witnesses (
    id integer generated always as identity primary key,
    tenant integer not null,
    relation oid not null,
    place tid not null
);

-- What a row fulfils that is a tenant's, and how many that are no witnesses did before anything was tried.
create table catb_attempts.belongings (
    relation oid not null,
    tenant integer not null,
    condition text not null,
    before integer not null,
    primary key (relation, tenant)
);

-- As if these rows were not there: without triggers, without foreign keys.
create function catb_attempts.hide(p_ids integer[])
returns void
language plpgsql
security definer
set search_path = ''
set session_replication_role = 'replica'
as $$
declare
    v_row record;
begin
    for v_row in
        select w.relation, pg_catalog.array_agg(w.place) as places
        from catb_attempts.witnesses w
        where w.id = any (p_ids)
        group by w.relation
    loop
        execute pg_catalog.format(
            'delete from only %s t where t.ctid = any ($1)', v_row.relation::pg_catalog.regclass
        ) using v_row.places;
    end loop;
end
$$;

-- As if these tenants were not there; materialized views follow.
create function catb_attempts.hide_tenants(p_tenants integer[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
    v_view oid;
begin
    perform catb_attempts.hide(array(
        select w.id from catb_attempts.witnesses w where w.tenant = any (p_tenants)
    ));
    for v_view in
        select c.oid from pg_catalog.pg_class c where c.relkind = 'm' and c.relispopulated order by c.oid
    loop
        begin
            execute pg_catalog.format('refresh materialized view %s', v_view::pg_catalog.regclass);
        exception when others then
            -- What can't follow must not look as if nothing had changed: reading it is an error now.
            execute pg_catalog.format(
                'refresh materialized view %s with no data', v_view::pg_catalog.regclass
            );
        end;
    end loop;
end
$$;

-- Witness rows of each tenant that are no longer what and where they were, in these relations.
create function catb_attempts.touched(p_relations oid[])
returns integer[]
language plpgsql
security definer
set search_path = ''
as $$
declare
    v_counts integer[] := array[0, 0];
    v_relation oid;
    v_tenants integer[];
begin
    foreach v_relation in array p_relations loop
        execute pg_catalog.format(
            'select array(select w.tenant from catb_attempts.witnesses w where w.relation = $1 '
            'and not exists (select from only %s t where t.ctid = w.place))',
            v_relation::pg_catalog.regclass
        ) into v_tenants using v_relation;
        v_counts[1] := v_counts[1] + (select count(*) from pg_catalog.unnest(v_tenants) as u (t) where u.t = 0);
        v_counts[2] := v_counts[2] + (select count(*) from pg_catalog.unnest(v_tenants) as u (t) where u.t = 1);
    end loop;
    return v_counts;
end
$$;

-- Rows that are no witnesses and fulfil a condition.
create function catb_attempts.arrived(p_relation oid, p_condition text)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
    v_count integer;
begin
    execute pg_catalog.format(
        'select count(*) from %s t where (%s) and not exists (select from catb_attempts.witnesses w '
        'where w.relation = t.tableoid and w.place = t.ctid)',
        p_relation::pg_catalog.regclass, p_condition
    ) into v_count;
    return v_count;
end
$$;

create function catb_attempts.register_belonging(p_relation oid, p_tenant integer, p_condition text)
returns void
language sql
security definer
set search_path = ''
as $$
    insert into catb_attempts.belongings
    values (p_relation, p_tenant, p_condition, catb_attempts.arrived(p_relation, p_condition))
$$;

-- Rows of each tenant that were not there before. Only tables that this transaction has written to are
-- looked at: counting all of them after each call would take minutes on a hundred tables.
create function catb_attempts.added()
returns integer[]
language plpgsql
security definer
set search_path = ''
as $$
declare
    v_counts integer[] := array[0, 0];
    v_belonging record;
    v_now integer;
begin
    for v_belonging in
        select b.relation, b.tenant, b.condition, b.before
        from catb_attempts.belongings b
        where pg_catalog.pg_stat_get_xact_tuples_inserted(b.relation)
            + pg_catalog.pg_stat_get_xact_tuples_updated(b.relation) > 0
            or not pg_catalog.current_setting('track_counts')::boolean
    loop
        v_now := catb_attempts.arrived(v_belonging.relation, v_belonging.condition);
        v_counts[v_belonging.tenant + 1] := v_counts[v_belonging.tenant + 1]
            + greatest(v_now - v_belonging.before, 0);
    end loop;
    return v_counts;
end
$$;

-- Foreign keys that refer to a relation hold no more: to see past what they refuse.
create function catb_attempts.unlink(p_relations oid[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
    v_trigger record;
begin
    for v_trigger in
        select t.tgrelid, t.tgname
        from pg_catalog.pg_trigger t
        join pg_catalog.pg_constraint c on c.oid = t.tgconstraint
        where t.tgrelid = any (p_relations) and t.tgisinternal and c.confrelid = t.tgrelid
    loop
        execute pg_catalog.format(
            'alter table %s disable trigger %I', v_trigger.tgrelid::pg_catalog.regclass, v_trigger.tgname
        );
    end loop;
end
$$;

-- Tries one statement as a role and takes it back. What: role, statement, kind ('read' where it
-- returns one array of texts, else 'write'), hidden (ids of witnesses), unlinked and watched
-- (relations), relation and condition of rows that should arrive, counts_added (whose rows are new).
create function catb_attempts.try(p_what jsonb)
returns jsonb
language plpgsql
security invoker
as $$
declare
    v_found text[];
    v_rows bigint;
    v_touched integer[];
    v_arrived integer;
    v_added integer[];
    v_done boolean := false;
begin
    begin
        if p_what ? 'hidden' then
            perform catb_attempts.hide(array(
                select pg_catalog.jsonb_array_elements_text(p_what -> 'hidden')::integer
            ));
        end if;
        if p_what ? 'unlinked' then
            perform catb_attempts.unlink(array(
                select pg_catalog.jsonb_array_elements_text(p_what -> 'unlinked')::oid
            ));
        end if;
        execute pg_catalog.format('set local role %I', p_what ->> 'role');
        if p_what ->> 'kind' = 'read' then
            execute p_what ->> 'statement' into v_found;
        else
            execute p_what ->> 'statement';
            get diagnostics v_rows = row_count;
        end if;
        set constraints all immediate;
        set local role none;
        if p_what ? 'watched' then
            v_touched := catb_attempts.touched(array(
                select pg_catalog.jsonb_array_elements_text(p_what -> 'watched')::oid
            ));
        end if;
        if p_what ? 'counts_added' then
            v_added := catb_attempts.added();
        end if;
        if p_what ? 'condition' then
            v_arrived := catb_attempts.arrived((p_what ->> 'relation')::oid, p_what ->> 'condition');
        end if;
        v_done := true;
        raise exception using errcode = 'CATB0', message = 'taken back';
    exception when query_canceled or assert_failure or others then
        if not v_done then
            return pg_catalog.jsonb_build_object('sqlstate', sqlstate, 'message', pg_catalog.left(sqlerrm, 300));
        end if;
    end;
    return pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object(
        'found', pg_catalog.to_jsonb(v_found), 'rows', v_rows,
        'touched', pg_catalog.to_jsonb(v_touched), 'arrived', v_arrived, 'added', pg_catalog.to_jsonb(v_added)
    ));
end
$$;
revoke all on all functions in schema catb_attempts from public;`,
} as const;
