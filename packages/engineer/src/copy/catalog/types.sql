-- Enums, domains, ranges and composite types. $1 names the extensions that the copy lacks: their types
-- are stood in for by types without modifiers.
with foreign_type as (
    select d.objid as oid
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_extension as e on e.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
        and e.extname = any($1::text[])
)
select
    'pg_type' as catalog,
    t.oid::text as id,
    10 as stage,
    pg_catalog.format('type %s', t.oid::pg_catalog.regtype) as object,
    pg_catalog.format(
        case t.typtype
            when 'e' then 'create type %1$s as enum (%2$s)'
            when 'r' then 'create type %1$s as range (%2$s)'
            else 'create domain %1$s as %2$s'
        end || '; alter type %1$s owner to %3$s',
        t.oid::pg_catalog.regtype,
        case t.typtype
            when 'e' then (
                select pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                from pg_catalog.pg_enum as e
                where e.enumtypid = t.oid
            )
            when 'r' then (
                select pg_catalog.concat_ws(
                    ', ',
                    'subtype = ' || pg_catalog.format_type(r.rngsubtype, null),
                    pg_catalog.format('multirange_type_name = %s', r.rngmultitypid::pg_catalog.regtype),
                    (
                        select pg_catalog.format('subtype_opclass = %I.%I', o.nspname, c.opcname)
                        from pg_catalog.pg_opclass as c
                        join pg_catalog.pg_namespace as o on o.oid = c.opcnamespace
                        where c.oid = r.rngsubopc
                    ),
                    'collation = ' || nullif(r.rngcollation, 0)::pg_catalog.regcollation,
                    'canonical = ' || nullif(r.rngcanonical, 0)::pg_catalog.regproc,
                    'subtype_diff = ' || nullif(r.rngsubdiff, 0)::pg_catalog.regproc
                )
                from pg_catalog.pg_range as r
                where r.rngtypid = t.oid
            )
            else pg_catalog.concat_ws(
                ' ',
                pg_catalog.format_type(
                    t.typbasetype,
                    case when t.typbasetype not in (table foreign_type) then t.typtypmod end
                ),
                case when t.typcollation <> base.typcollation then
                    'collate ' || t.typcollation::pg_catalog.regcollation
                end,
                'default ' || coalesce(pg_catalog.pg_get_expr(t.typdefaultbin, 0), pg_catalog.quote_literal(t.typdefault)),
                case when t.typnotnull then coalesce(
                    (
                        select pg_catalog.format('constraint %I ', k.conname)
                        from pg_catalog.pg_constraint as k
                        where k.contypid = t.oid and k.contype = 'n'
                    ),
                    ''
                ) || 'not null' end
            )
        end,
        t.typowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_type as t
join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
left join pg_catalog.pg_type as base on base.oid = t.typbasetype
where t.typtype in ('e', 'd', 'r')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e'
    )
union all
select
    'pg_class',
    c.oid::text,
    10,
    pg_catalog.format('type %s', c.oid::pg_catalog.regclass),
    pg_catalog.format(
        'create type %1$s as (%2$s); alter type %1$s owner to %3$s',
        c.oid::pg_catalog.regclass,
        (
            select pg_catalog.string_agg(
                pg_catalog.format(
                    '%I %s%s',
                    a.attname,
                    pg_catalog.format_type(
                        a.atttypid,
                        case when a.atttypid not in (table foreign_type) then a.atttypmod end
                    ),
                    case when a.attcollation <> t.typcollation then
                        ' collate ' || a.attcollation::pg_catalog.regcollation
                    end
                ),
                ', '
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            join pg_catalog.pg_type as t on t.oid = a.atttypid
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        ),
        c.relowner::pg_catalog.regrole
    )
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind = 'c'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
