select
    n.nspname as schema,
    t.typname as name,
    case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range' else 'composite' end as kind,
    pg_catalog.pg_get_userbyid(t.typowner) as owner,
    case when t.typtype = 'e' then (
        select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
    ) end as labels,
    case t.typtype
        when 'd' then pg_catalog.concat_ws(
            ' ',
            pg_catalog.format_type(t.typbasetype, t.typtypmod),
            case when t.typnotnull then 'not null' end,
            'default ' || t.typdefault,
            (
                select pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' ' order by k.conname)
                from pg_catalog.pg_constraint as k
                where k.contypid = t.oid and k.contype = 'c'
            )
        )
        when 'r' then (
            select pg_catalog.format_type(r.rngsubtype, null)
            from pg_catalog.pg_range as r
            where r.rngtypid = t.oid
        )
        when 'c' then (
            select pg_catalog.string_agg(
                pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)),
                ', '
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
        )
    end as definition,
    pg_catalog.obj_description(t.oid, 'pg_type') as comment
from pg_catalog.pg_type as t
join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
left join pg_catalog.pg_class as c on c.oid = t.typrelid
where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
            and (
                (d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid)
                or (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = t.typrelid and t.typrelid <> 0)
            )
    )
order by n.nspname collate "C", t.typname collate "C"
