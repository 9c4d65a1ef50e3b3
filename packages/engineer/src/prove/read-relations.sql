-- The relations that are there before a migration, with the table that each belongs to: an index's
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
    and tn.nspname not in ('information_schema', 'supabase_migrations')
