-- For each extension that the copy lacks: its schemas, and a domain over text for each of its types.
with part as (
    select
        e.extname as extension,
        0 as place,
        pg_catalog.format('create schema if not exists %I', n.nspname) as script
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n
        on n.oid = e.extnamespace
        or n.oid in (
            select d.objid
            from pg_catalog.pg_depend as d
            where d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                and d.refobjid = e.oid
                and d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                and d.deptype = 'e'
        )
    where n.nspname !~ '^pg_'
    union all
    select
        e.extname,
        t.oid::bigint,
        pg_catalog.format(
            'create domain %s as %s',
            t.oid::pg_catalog.regtype,
            case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) else 'pg_catalog.text' end
        )
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_depend as d
        on d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        and d.refobjid = e.oid
        and d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
    join pg_catalog.pg_type as t on t.oid = d.objid
    where t.typcategory <> 'A' and t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
)
select p.extension, pg_catalog.string_agg(p.script, '; ' order by p.place) as script
from part as p
where p.extension = any($1::text[])
group by p.extension
