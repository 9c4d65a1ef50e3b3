/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  disarmRoles: `-- Nobody on the throw-away server but the one it was made with may do anything to this machine,
-- whatever the target's roles may do there.
do $disarm$
declare
    v_role record;
begin
    for v_role in
        select r.rolname
        from pg_catalog.pg_roles as r
        where r.rolsuper and r.rolname <> current_user
    loop
        execute pg_catalog.format(
            'alter role %I nosuperuser createdb createrole bypassrls', v_role.rolname
        );
    end loop;
    -- Not by revoke: whoever granted it would have to be named.
    delete from pg_catalog.pg_auth_members as m
    where m.roleid in (
        select r.oid
        from pg_catalog.pg_roles as r
        where r.rolname in (
            current_user, 'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'
        )
    );
end
$disarm$`,
  giveToStandIn: `-- Gives what the superuser owns in this database to the role that stands in for it, and makes that
-- role a member of the others, so that it may do to their objects what a superuser may.
do $give$
declare
    v_command text;
    v_role text;
begin
    for v_command in
        select pg_catalog.format(
            'alter %s %s owner to catb_stand_in',
            case c.relkind
                when 'v' then 'view'
                when 'm' then 'materialized view'
                when 'f' then 'foreign table'
                when 'S' then 'sequence'
                when 'c' then 'type'
                else 'table'
            end,
            c.oid::pg_catalog.regclass
        )
        from pg_catalog.pg_class as c
        where c.relowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
            and c.oid >= 16384
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.objid = c.oid
                    and d.deptype in ('a', 'i', 'e')
                    and (c.relkind = 'S' or d.deptype = 'e')
            )
        union all
        select pg_catalog.format('alter routine %s owner to catb_stand_in', p.oid::pg_catalog.regprocedure)
        from pg_catalog.pg_proc as p
        where p.proowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and p.oid >= 16384
            and p.prokind <> 'a'
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                    and d.objid = p.oid
                    and d.deptype in ('i', 'e')
            )
        union all
        select pg_catalog.format('alter aggregate %s owner to catb_stand_in', p.oid::pg_catalog.regprocedure)
        from pg_catalog.pg_proc as p
        where p.proowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole and p.oid >= 16384 and p.prokind = 'a'
        union all
        select pg_catalog.format('alter type %s owner to catb_stand_in', t.oid::pg_catalog.regtype)
        from pg_catalog.pg_type as t
        where t.typowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and t.oid >= 16384
            and t.typtype in ('e', 'd', 'r')
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    and d.objid = t.oid
                    and d.deptype = 'e'
            )
        union all
        select pg_catalog.format('alter statistics %I.%I owner to catb_stand_in', n.nspname, s.stxname)
        from pg_catalog.pg_statistic_ext as s
        join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
        where s.stxowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
        union all
        select pg_catalog.format('alter publication %I owner to catb_stand_in', p.pubname)
        from pg_catalog.pg_publication as p
        where p.pubowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole and not p.puballtables
        union all
        select pg_catalog.format('alter schema %I owner to catb_stand_in', n.nspname)
        from pg_catalog.pg_namespace as n
        where n.nspowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and n.nspname !~ '^pg_'
            and n.nspname <> 'information_schema'
    loop
        execute v_command;
    end loop;
    execute pg_catalog.format(
        'alter database %I owner to catb_stand_in', pg_catalog.current_database()
    );
    for v_role in
        select r.rolname
        from pg_catalog.pg_roles as r
        where r.rolname !~ '^pg_' and r.rolname not in (current_user, 'catb_stand_in')
    loop
        execute pg_catalog.format('grant %I to catb_stand_in with admin option', v_role);
    end loop;
end
$give$`,
  readActivity: `-- What a process does, and whether it waits for a lock.
select
    a.state,
    a.wait_event_type,
    a.wait_event,
    pg_catalog.pg_database_size(pg_catalog.current_database())::float8 as bytes
from pg_catalog.pg_stat_activity as a
where a.pid = $1`,
  readEffects: `-- What the transaction that asks holds on the relations of its database, and what was done to each
-- of them: a statement that touches a relation keeps a lock on it until the end. A relation that was
-- dropped has no name any more.
select
    l.relation as oid,
    pg_catalog.array_agg(distinct l.mode) as modes,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    c.relkind::text as kind,
    i.indrelid as index_of,
    pg_catalog.pg_relation_filenode(c.oid) as filenode,
    pg_catalog.pg_relation_size(c.oid)::float8 as bytes,
    pg_catalog.pg_stat_get_xact_numscans(l.relation)::integer as scans,
    pg_catalog.pg_stat_get_xact_tuples_inserted(l.relation)::integer as inserted,
    pg_catalog.pg_stat_get_xact_tuples_updated(l.relation)::integer as updated,
    pg_catalog.pg_stat_get_xact_tuples_deleted(l.relation)::integer as deleted,
    coalesce((
        select pg_catalog.array_agg(k.conname::text order by k.conname)
        from pg_catalog.pg_constraint as k
        where k.conrelid = c.oid and k.convalidated and k.contype in ('c', 'f')
    ), '{}') as constraints
from pg_catalog.pg_locks as l
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_index as i on i.indexrelid = c.oid
where l.locktype = 'relation'
    and l.pid = pg_catalog.pg_backend_pid()
    and l.granted
    and l.database = (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    and n.nspname is distinct from 'pg_catalog'
    and l.relation >= 16384
group by l.relation, c.oid, c.relname, c.relkind, n.nspname, i.indrelid`,
  readHeld: `-- The locks of another process on this database's relations, and those that it waits for.
select
    l.relation as oid,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    l.mode,
    l.granted
from pg_catalog.pg_locks as l
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where l.locktype = 'relation'
    and l.pid = $1
    and l.relation >= 16384
    and l.database = (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    and n.nspname is distinct from 'pg_catalog'
    and n.nspname is distinct from 'supabase_migrations'
order by l.granted desc, name, l.mode`,
  readRelations: `-- The relations that are there before a migration, with the table that each belongs to: an index's
-- is the one it is on, a TOAST table's the one whose values it keeps.
with belonging as (
    select
        c.oid,
        c.relname,
        c.relnamespace,
        c.relkind,
        coalesce(kept.oid, i.indrelid, c.oid) as table_oid
    from pg_catalog.pg_class as c
    left join pg_catalog.pg_index as i on i.indexrelid = c.oid
    left join pg_catalog.pg_class as kept
        on kept.reltoastrelid = coalesce(i.indrelid, c.oid) and kept.reltoastrelid <> 0
    where c.relkind in ('r', 'p', 'm', 'f', 'i', 'I', 't', 'v')
)
select
    b.oid,
    pg_catalog.format('%I.%I', n.nspname, b.relname) as name,
    b.relkind::text as kind,
    pg_catalog.format('%I.%I', tn.nspname, t.relname) as table,
    t.relkind::text as table_kind,
    case when t.relispartition then (
        select pg_catalog.format('%I.%I', rn.nspname, r.relname)
        from pg_catalog.pg_class as r
        join pg_catalog.pg_namespace as rn on rn.oid = r.relnamespace
        where r.oid = pg_catalog.pg_partition_root(t.oid)
    ) end as partition_of,
    pg_catalog.pg_relation_filenode(b.oid) as filenode,
    coalesce((
        select pg_catalog.array_agg(k.conname::text order by k.conname)
        from pg_catalog.pg_constraint as k
        where k.conrelid = b.oid and k.convalidated and k.contype in ('c', 'f')
    ), '{}') as constraints
from belonging as b
join pg_catalog.pg_namespace as n on n.oid = b.relnamespace
join pg_catalog.pg_class as t on t.oid = b.table_oid
join pg_catalog.pg_namespace as tn on tn.oid = t.relnamespace
where tn.nspname !~ '^pg_'
    and tn.nspname not in ('information_schema', 'supabase_migrations')`,
  readRowTables: `-- The tables whose rows are compared one by one, with their columns quoted.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) order by a.attname) as columns
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind = 'r'
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
group by n.nspname, c.relname`,
  readSizes: `-- How big the tables of the target are: rows as the planner thinks, bytes of the table alone and
-- with its indexes; of a partition, the partitioned table at the top.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    greatest(c.reltuples, s.n_live_tup, 0)::float8 as rows,
    pg_catalog.pg_relation_size(c.oid)::float8 as bytes,
    pg_catalog.pg_total_relation_size(c.oid)::float8 as total_bytes,
    case when c.relispartition then (
        select pg_catalog.format('%I.%I', rn.nspname, r.relname)
        from pg_catalog.pg_class as r
        join pg_catalog.pg_namespace as rn on rn.oid = r.relnamespace
        where r.oid = pg_catalog.pg_partition_root(c.oid)
    ) end as partition_of
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_stat_all_tables as s on s.relid = c.oid
where c.relkind in ('r', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')`,
  trustExtensions: `-- On the target a superuser, or Supabase in his place, lets the owner create these. Here it is this
-- function that does, for those that can do this machine no harm; the extension is then the owner's.
create schema if not exists supabase_migrations;
create function supabase_migrations.catb_create_extension(
    p_name text, p_if_not_exists boolean, p_schema text, p_version text, p_cascade boolean
)
returns void
language plpgsql
security definer
set search_path = ''
as $function$
begin
    if p_name <> all (array[
        'amcheck', 'autoinc', 'bloom', 'dict_xsyn', 'earthdistance', 'hypopg', 'index_advisor',
        'insert_username', 'intagg', 'moddatetime', 'pg_buffercache', 'pg_freespacemap',
        'pg_prewarm', 'pg_stat_statements', 'pg_visibility', 'pg_walinspect', 'pgrowlocks',
        'pgstattuple', 'refint', 'sslinfo', 'xml2'
    ]) then
        raise insufficient_privilege using
            message = pg_catalog.format('permission denied to create extension "%s"', p_name);
    end if;
    execute pg_catalog.concat_ws(
        ' ',
        'create extension',
        case when p_if_not_exists then 'if not exists' end,
        pg_catalog.quote_ident(p_name),
        'schema ' || pg_catalog.quote_ident(p_schema),
        'version ' || pg_catalog.quote_literal(p_version),
        case when p_cascade then 'cascade' end
    );
    update pg_catalog.pg_extension as e
    set extowner = (
        select d.datdba
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    where e.extname = p_name;
end
$function$;
revoke all on function supabase_migrations.catb_create_extension from public;
do $grant$
declare
    v_owner text := (
        select pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.datdba))
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    );
begin
    execute pg_catalog.format('alter schema supabase_migrations owner to %s', v_owner);
    execute pg_catalog.format(
        'grant execute on function supabase_migrations.catb_create_extension to %s', v_owner
    );
end
$grant$`,
} as const;
