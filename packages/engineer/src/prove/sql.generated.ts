/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
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
} as const;
