-- The B-trees of one's own tables.
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
order by i.indexrelid
