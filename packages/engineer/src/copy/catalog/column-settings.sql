-- Storage, statistics and options of columns; compression by itself, because a server may lack a method.
with setting as (
    select
        a.attrelid,
        a.attnum,
        case when a.attnum > 0 and c.relkind not in ('i', 'I') then pg_catalog.quote_ident(a.attname) else a.attnum::text end as place,
        case when c.relkind in ('i', 'I') or a.attstorage = t.typstorage then null
        else case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
        end as storage,
        nullif(a.attstattarget, -1) as statistics,
        case when c.relkind not in ('i', 'I') then
            case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end
        end as compression,
        (
            select pg_catalog.string_agg(pg_catalog.format('%I = %L', o.option_name, o.option_value), ', ')
            from pg_catalog.pg_options_to_table(a.attoptions) as o
            where c.relkind not in ('i', 'I')
        ) as options
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'm', 'f', 'i', 'I')
        and a.attnum > 0
        and not a.attisdropped
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
        )
)
select
    'pg_class' as catalog,
    s.attrelid::text as id,
    'columns' as part,
    36 as stage,
    pg_catalog.format('settings of the columns of %s', s.attrelid::pg_catalog.regclass) as object,
    pg_catalog.string_agg(
        pg_catalog.format(
            'alter table only %s %s',
            s.attrelid::pg_catalog.regclass,
            pg_catalog.concat_ws(
                ', ',
                'alter column ' || s.place || ' set storage ' || s.storage,
                'alter column ' || s.place || ' set statistics ' || s.statistics,
                'alter column ' || s.place || ' set (' || s.options || ')'
            )
        ),
        '; '
        order by s.attnum
    ) as script
from setting as s
where s.storage is not null or s.statistics is not null or s.options is not null
group by s.attrelid
union all
select
    'pg_class',
    s.attrelid::text,
    'compression',
    36,
    pg_catalog.format('compression of the columns of %s', s.attrelid::pg_catalog.regclass),
    pg_catalog.string_agg(
        pg_catalog.format(
            'alter table only %s alter column %s set compression %s',
            s.attrelid::pg_catalog.regclass,
            s.place,
            s.compression
        ),
        '; '
        order by s.attnum
    )
from setting as s
where s.compression is not null
group by s.attrelid
