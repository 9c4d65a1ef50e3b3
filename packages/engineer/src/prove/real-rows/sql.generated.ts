/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  readFillableTables: `-- The tables that can be filled, with the columns that take a value and their types.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    coalesce(
        pg_catalog.array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''),
        '{}'
    ) as columns,
    coalesce(
        pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum)
            filter (where a.attgenerated = ''),
        '{}'
    ) as types,
    coalesce(
        pg_catalog.array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated <> ''),
        '{}'
    ) as generated
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
group by n.nspname, c.relname`,
  readForeignKeys: `-- Which columns refer to which: a foreign key of a partition is its parent's.
select
    pg_catalog.format('%I.%I', cn.nspname, c.relname) as child,
    pg_catalog.format('%I.%I', pn.nspname, p.relname) as parent,
    (
        select pg_catalog.array_agg(a.attname::text order by k.place)
        from pg_catalog.unnest(f.conkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = f.conrelid and a.attnum = k.attnum
    ) as child_columns,
    (
        select pg_catalog.array_agg(a.attname::text order by k.place)
        from pg_catalog.unnest(f.confkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = f.confrelid and a.attnum = k.attnum
    ) as parent_columns
from pg_catalog.pg_constraint as f
join pg_catalog.pg_class as c on c.oid = f.conrelid
join pg_catalog.pg_namespace as cn on cn.oid = c.relnamespace
join pg_catalog.pg_class as p on p.oid = f.confrelid
join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
where f.contype = 'f'
    and f.conparentid = 0
    and not c.relispartition`,
} as const;
