-- The defaults that need other objects, of tables and of views.
select
    'pg_attrdef' as catalog,
    def.oid::text as id,
    24 as stage,
    pg_catalog.format('default of column %s.%I', c.oid::pg_catalog.regclass, a.attname) as object,
    pg_catalog.format(
        'alter table only %s alter column %I set default %s',
        c.oid::pg_catalog.regclass,
        a.attname,
        pg_catalog.pg_get_expr(def.adbin, def.adrelid)
    ) as script
from pg_catalog.pg_attrdef as def
join pg_catalog.pg_class as c on c.oid = def.adrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
where a.attgenerated = ''
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (
        c.relkind = 'v'
        or exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
