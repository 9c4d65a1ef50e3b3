-- Tables, partitions, views, materialized views and foreign tables, with what can be measured without
-- reading them. A relation that someone holds exclusively is sized by its last count of pages: asking
-- for its files would wait for him.
with held as (
    select l.relation
    from pg_catalog.pg_locks as l
    join pg_catalog.pg_database as d on d.oid = l.database and d.datname = pg_catalog.current_database()
    where l.locktype = 'relation' and l.mode = 'AccessExclusiveLock' and l.granted
),
width as (
    -- pg_stats shows a column to whoever may read it.
    select
        s.schemaname,
        s.tablename,
        pg_catalog.count(*) as columns,
        pg_catalog.sum((1 - s.null_frac) * s.avg_width) as bytes
    from pg_catalog.pg_stats as s
    where not s.inherited
    group by s.schemaname, s.tablename
)
select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    case
        when c.relkind = 'p' then 'partitioned table'
        when c.relkind = 'f' then 'foreign table'
        when c.relkind = 'v' then 'view'
        when c.relkind = 'm' then 'materialized view'
        else 'table'
    end as kind,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    pg_catalog.obj_description(c.oid, 'pg_class') as comment,
    (
        select e.extname
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_extension as e on e.oid = d.refobjid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    ) as extension,
    case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end as persistence,
    (
        select coalesce(pg_catalog.array_agg(option order by option), '{}')
        from pg_catalog.unnest(c.reloptions) as option
    ) as options,
    c.relrowsecurity as "rlsEnabled",
    c.relforcerowsecurity as "rlsForced",
    case c.relreplident when 'd' then 'primary key' when 'f' then 'full' when 'i' then 'index' else 'nothing' end
        as "replicaIdentity",
    case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as "partitionKey",
    pg_catalog.pg_get_expr(c.relpartbound, c.oid) as "partitionBound",
    (
        select pg_catalog.array_agg(i.inhparent order by i.inhseqno)
        from pg_catalog.pg_inherits as i
        where i.inhrelid = c.oid
    ) as parents,
    case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition,
    c.relispopulated as "isPopulated",
    case
        when c.reltuples >= 0 then c.reltuples::float8
        when c.relkind in ('r', 'm') and pg_catalog.pg_stat_get_live_tuples(c.oid) > 0 then
            pg_catalog.pg_stat_get_live_tuples(c.oid)::float8
    end as rows,
    pg_catalog.pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
    -- As pg_stats itself asks before it shows a column.
    pg_catalog.has_table_privilege(c.oid, 'select') and not pg_catalog.row_security_active(c.oid)
        as "showsStatistics",
    case
        when c.relkind not in ('r', 'm') then 0
        when held.relation is not null then c.relpages * 8192.0
        else pg_catalog.pg_relation_size(c.oid)
    end::float8 as "heapBytes",
    case
        when c.relkind not in ('r', 'm') then 0
        when held.relation is not null then (
            select coalesce(pg_catalog.sum(x.relpages * 8192.0), 0)
            from pg_catalog.pg_index as i
            join pg_catalog.pg_class as x on x.oid = i.indexrelid
            where i.indrelid = c.oid
        )
        else pg_catalog.pg_indexes_size(c.oid)
    end::float8 as "indexBytes",
    case when c.reltoastrelid <> 0 and held.relation is null then
        pg_catalog.pg_total_relation_size(c.reltoastrelid)
    else 0 end::float8 as "toastBytes",
    -- What the rows would take on pages filled as the table asks: 24 bytes of header and 4 of pointer a
    -- row, 24 of header a page. Null where a column has no statistics.
    case when c.relkind in ('r', 'm') and c.reltuples > 0 and width.columns = (
        select pg_catalog.count(*)
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) then
        greatest(
            0,
            c.relpages * 8192.0 - 8192.0 * pg_catalog.ceil(
                c.reltuples * (28 + 8 * pg_catalog.ceil(width.bytes / 8))
                / (8168 * coalesce((
                    select option_value::float8 / 100
                    from pg_catalog.pg_options_to_table(c.reloptions)
                    where option_name = 'fillfactor'
                ), 1))
            )
        )
    end::float8 as "bloatBytes"
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join (select distinct relation from held) as held on held.relation = c.oid
left join width on width.schemaname = n.nspname and width.tablename = c.relname
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C"
