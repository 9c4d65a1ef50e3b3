-- The tables whose rows are compared one by one, with their columns quoted.
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
group by n.nspname, c.relname
