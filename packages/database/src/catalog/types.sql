-- Enums, domains and ranges. Composite types are among the relations.
select
    pg_catalog.format('type %s', t.oid::pg_catalog.regtype) as object,
    pg_catalog.concat_ws(
        ' ',
        case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range' else t.typtype::text end,
        case when t.typtype = 'e' then (
            select pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
            from pg_catalog.pg_enum as e
            where e.enumtypid = t.oid
        ) end,
        case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) end,
        case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault,
        'collate ' || nullif(t.typcollation, 0)::pg_catalog.regcollation,
        'of ' || (
            select pg_catalog.concat_ws(
                ' ',
                r.rngsubtype::pg_catalog.regtype,
                r.rngcanonical::pg_catalog.regproc,
                r.rngsubdiff::pg_catalog.regproc
            )
            from pg_catalog.pg_range as r
            where r.rngtypid = t.oid
        ),
        'owner ' || t.typowner::pg_catalog.regrole
    ) as definition
from pg_catalog.pg_type as t
join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
where t.typtype in ('e', 'd', 'r')
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
            and d.objid = t.oid
            and d.deptype = 'e'
    )
