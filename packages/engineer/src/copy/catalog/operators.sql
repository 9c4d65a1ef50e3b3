-- Operators and casts.
select
    'pg_operator' as catalog,
    o.oid::text as id,
    14 as stage,
    pg_catalog.format('operator %s', o.oid::pg_catalog.regoperator) as object,
    pg_catalog.format(
        'create operator %1$I.%2$s (%3$s); alter operator %4$s owner to %5$s',
        n.nspname,
        o.oprname,
        pg_catalog.concat_ws(
            ', ',
            'function = ' || o.oprcode::pg_catalog.regproc,
            'leftarg = ' || case when o.oprleft <> 0 then pg_catalog.format_type(o.oprleft, null) end,
            'rightarg = ' || pg_catalog.format_type(o.oprright, null),
            (
                select pg_catalog.format('commutator = operator(%I.%s)', x.nspname, c.oprname)
                from pg_catalog.pg_operator as c
                join pg_catalog.pg_namespace as x on x.oid = c.oprnamespace
                where c.oid = o.oprcom
            ),
            (
                select pg_catalog.format('negator = operator(%I.%s)', x.nspname, c.oprname)
                from pg_catalog.pg_operator as c
                join pg_catalog.pg_namespace as x on x.oid = c.oprnamespace
                where c.oid = o.oprnegate
            ),
            'restrict = ' || nullif(o.oprrest, 0)::pg_catalog.regproc,
            'join = ' || nullif(o.oprjoin, 0)::pg_catalog.regproc,
            case when o.oprcanhash then 'hashes' end,
            case when o.oprcanmerge then 'merges' end
        ),
        o.oid::pg_catalog.regoperator,
        o.oprowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_operator as o
join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
where o.oprcode <> 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid and d.deptype = 'e'
    )
union all
select
    'pg_cast',
    c.oid::text,
    15,
    pg_catalog.format('cast from %s to %s', c.castsource::pg_catalog.regtype, c.casttarget::pg_catalog.regtype),
    pg_catalog.concat_ws(
        ' ',
        pg_catalog.format('create cast (%s as %s)', c.castsource::pg_catalog.regtype, c.casttarget::pg_catalog.regtype),
        case c.castmethod
            when 'f' then 'with function ' || c.castfunc::pg_catalog.regprocedure
            when 'i' then 'with inout'
            else 'without function'
        end,
        case c.castcontext when 'a' then 'as assignment' when 'i' then 'as implicit' end
    )
from pg_catalog.pg_cast as c
where c.oid >= 16384
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass and d.objid = c.oid and d.deptype in ('e', 'i')
    )
