-- A view that is needed before it can be made has a shell: the same columns, all null.
select
    'pg_class' as catalog,
    c.oid::text as id,
    40 as stage,
    pg_catalog.format(
        case c.relkind when 'm' then 'materialized view %s' else 'view %s' end,
        c.oid::pg_catalog.regclass
    ) as object,
    pg_catalog.concat(
        case c.relkind when 'm' then 'create materialized view ' else 'create or replace view ' end,
        c.oid::pg_catalog.regclass,
        ' using ' || case c.relkind when 'm' then nullif(am.amname, 'heap') end,
        ' with (' || (
            select pg_catalog.string_agg(option.label, ', ')
            from (
                select pg_catalog.format('%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_options_to_table(c.reloptions) as o
                union all
                select pg_catalog.format('toast.%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_class as toast
                cross join pg_catalog.pg_options_to_table(toast.reloptions) as o
                where toast.oid = c.reltoastrelid
            ) as option (label)
        ) || ')',
        E' as\n',
        pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';'),
        case c.relkind when 'm' then ' with no data' end,
        pg_catalog.format('; alter table %s owner to %s', c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole),
        case c.relreplident when 'f' then
            pg_catalog.format('; alter table %s replica identity full', c.oid::pg_catalog.regclass)
        end
    ) as script,
    case c.relkind when 'v' then
        pg_catalog.format(
            'create view %s as select %s',
            c.oid::pg_catalog.regclass,
            (
                select pg_catalog.string_agg(
                    pg_catalog.format(
                        'null::%s%s as %I',
                        pg_catalog.format_type(a.atttypid, a.atttypmod),
                        case when a.attcollation <> t.typcollation then
                            ' collate ' || a.attcollation::pg_catalog.regcollation
                        end,
                        a.attname
                    ),
                    ', '
                    order by a.attnum
                )
                from pg_catalog.pg_attribute as a
                join pg_catalog.pg_type as t on t.oid = a.atttypid
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            )
        )
    end as shell
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_am as am on am.oid = c.relam
where c.relkind in ('v', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
