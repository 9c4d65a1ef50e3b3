-- For each extension that the copy lacks: its schemas, and a domain over text for each of its types.
select
    e.extname as extension,
    pg_catalog.string_agg(
        pg_catalog.format(
            'create schema if not exists %s; create domain %s as %s',
            t.typnamespace::pg_catalog.regnamespace,
            t.oid::pg_catalog.regtype,
            case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) else 'pg_catalog.text' end
        ),
        '; '
        order by t.oid
    ) as script
from pg_catalog.pg_extension as e
join pg_catalog.pg_depend as d
    on d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
    and d.refobjid = e.oid
    and d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
    and d.deptype = 'e'
join pg_catalog.pg_type as t on t.oid = d.objid
where e.extname = any($1::text[])
    and t.typcategory <> 'A'
    and t.typnamespace::pg_catalog.regnamespace::text !~ '^pg_'
group by e.extname
