/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  clearUnfinished: `delete from supabase_migrations.catb_unfinished
where version = $1 and direction = $2`,
  createHistory: `-- As the Supabase CLI creates it, and then the columns that the hosted API adds.
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations
    add column if not exists statements text[],
    add column if not exists name text,
    add column if not exists rollback text[],
    add column if not exists created_by text,
    add column if not exists idempotency_key text unique;`,
  createUnfinished: `-- What was begun outside of a transaction and has no history row yet. The Supabase CLI ignores it.
create table if not exists supabase_migrations.catb_unfinished (
    version text not null,
    direction text not null check (direction in ('up', 'down')),
    started_at timestamptz not null default pg_catalog.now(),
    primary key (version, direction)
)`,
  findBlockers: `-- Who holds up a server process, and which relation it waits for. Never the text of a query.
select
    waiting.relation::pg_catalog.regclass::text as relation,
    blocker.pid,
    activity.usename as role,
    activity.application_name as application,
    activity.state,
    activity.query_start
from pg_catalog.unnest(pg_catalog.pg_blocking_pids($1::int)) as blocker (pid)
left join pg_catalog.pg_stat_activity as activity on activity.pid = blocker.pid
left join pg_catalog.pg_locks as waiting on waiting.pid = $1::int and not waiting.granted`,
  findIndex: `-- The index of that name beside the table, if there is one. $1 is null for "drop index".
select
    i.indexrelid::pg_catalog.regclass::text as index,
    i.indrelid is not distinct from pg_catalog.to_regclass($1::text) as on_table,
    i.indisvalid and i.indisready and i.indislive as usable,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition,
    (
        select p.pid
        from pg_catalog.pg_stat_progress_create_index as p
        where p.index_relid = i.indexrelid and p.pid <> pg_catalog.pg_backend_pid()
        limit 1
    ) as built_by
from pg_catalog.pg_index as i
where i.indexrelid = pg_catalog.to_regclass(
    case
        when $1::text is null then $2::text
        else (
            select pg_catalog.format('%I.%I', n.nspname, $2::text)
            from pg_catalog.pg_class as t
            join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
            where t.oid = pg_catalog.to_regclass($1::text)
        )
    end
)`,
  forgetApplied: `delete from supabase_migrations.schema_migrations
where version = $1`,
  grantAsSupabase: `-- Supabase's privileges in schema public, for those of its roles that are on this server. A role that
-- catb itself made for a plain PostgreSQL has none before the first migration.
do $$
declare
    v_role text;
begin
    for v_role in
        select r.rolname from pg_catalog.pg_roles r
        where r.rolname in ('anon', 'authenticated', 'service_role')
          and pg_catalog.shobj_description(r.oid, 'pg_authid') is distinct from 'Created by catb.'
    loop
        execute pg_catalog.format('grant usage on schema public to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on tables to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on functions to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on sequences to %I', v_role);
    end loop;
end
$$;`,
  hasHistoryColumns: `-- How many of the columns that we write are there, in a table that somebody else may own.
select pg_catalog.count(*)::int as present
from pg_catalog.pg_attribute
where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations')
    and attname = any ('{version,statements,name,rollback,created_by,idempotency_key}')
    and not attisdropped`,
  holdsMigrationLock: `-- Asked of this very server connection: behind a transaction pooler another one may answer.
select exists (
    select
    from pg_catalog.pg_locks
    where locktype = 'advisory'
        and classid = $1::int::oid
        and objid = $2::int::oid
        and objsubid = 2
        and pid = pg_catalog.pg_backend_pid()
        and granted
) as held`,
  markUnfinished: `insert into supabase_migrations.catb_unfinished (version, direction)
values ($1, $2)
on conflict (version, direction) do nothing`,
  readHistory: `-- One row: what was applied, whatever columns the table has, and whether unfinished work may exist.
select
    pg_catalog.to_regclass('supabase_migrations.catb_unfinished') is not null as has_unfinished,
    coalesce((
        select pg_catalog.json_agg(pg_catalog.to_json(m) order by m.version collate "C")
        from supabase_migrations.schema_migrations as m
    ), '[]') as rows`,
  readUnfinished: `select version, direction
from supabase_migrations.catb_unfinished`,
  recordApplied: `insert into supabase_migrations.schema_migrations (version, name, statements, rollback, created_by)
values ($1, $2, $3::text[], $4::text[], 'catb')`,
  tryMigrationLock: `select pg_catalog.pg_try_advisory_lock($1::int, $2::int) as locked`,
} as const;
