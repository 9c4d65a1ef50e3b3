-- The tables whose rows are compared, with their columns quoted and in the order of their names.
-- A default that calls a function or reads the clock gives another value each time it is used.
select
    c.oid::pg_catalog.regclass::text as name,
    pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) order by a.attname) as columns,
    coalesce(
        pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) order by a.attname) filter (
            where a.attgenerated <> ''
                or coalesce(pg_catalog.pg_get_expr(def.adbin, def.adrelid), '') !~* '[a-z0-9_"]\(|current_|localtime'
        ),
        '{}'
    ) as steady_columns
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_attrdef as def on def.adrelid = c.oid and def.adnum = a.attnum
where (c.relkind = 'r' or (c.relkind = 'm' and c.relispopulated))
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
group by c.oid
