select
    pg_catalog.format('index %s', i.indexrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        ', ',
        pg_catalog.pg_get_indexdef(i.indexrelid),
        'owner ' || c.relowner::pg_catalog.regrole,
        'tablespace ' || s.spcname,
        case when not i.indisvalid then 'invalid' end,
        case when not i.indisready then 'not ready' end,
        case when i.indisclustered then 'clustered on' end,
        case when i.indisreplident then 'replica identity' end,
        'statistics ' || (
            select pg_catalog.string_agg(a.attname || ' ' || a.attstattarget, ' ' order by a.attnum)
            from pg_catalog.pg_attribute as a
            where a.attrelid = i.indexrelid and a.attstattarget >= 0
        )
    ) as definition
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
where n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = i.indrelid
            and d.deptype = 'e'
    )
