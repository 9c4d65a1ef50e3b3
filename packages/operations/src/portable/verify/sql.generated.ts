/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  btrees: `-- The B-trees of one's own tables.
select i.indexrelid as oid, i.indexrelid::pg_catalog.regclass::text as object
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_am as am on am.oid = c.relam
where am.amname = 'btree'
    and c.relkind = 'i'
    and i.indisvalid
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by i.indexrelid`,
  checkHeaps: `-- What verify_heapam finds in the tables and materialized views of one's own.
select 'table ' || c.oid::pg_catalog.regclass::text as object, v.msg as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral catb_drill.verify_heapam(c.oid::pg_catalog.regclass) as v
where c.relkind in ('r', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by c.oid, v.blkno`,
} as const;
