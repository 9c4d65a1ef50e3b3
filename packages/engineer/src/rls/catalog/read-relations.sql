-- Tables, partitions, views and materialized views that belong to no extension.
select
    c.oid::text as oid,
    pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
    n.nspname as schema,
    c.relname as name,
    case c.relkind
        when 'r' then case when c.relispartition then 'partition' else 'table' end
        when 'p' then 'partitioned table'
        when 'v' then 'view'
        when 'm' then 'materialized view'
        else 'foreign table'
    end as kind,
    c.relowner::pg_catalog.regrole::text as owner,
    c.relrowsecurity as policies_on,
    coalesce(
        (
            select pg_catalog.array_agg(t.relid::pg_catalog.oid::text)
            from pg_catalog.pg_partition_tree(c.oid) as t
            where c.relkind = 'p' and t.isleaf
        ),
        array[c.oid::text]
    ) as leaves,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'name', a.attname,
                    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                    'required', a.attnotnull,
                    'generated', a.attgenerated <> '',
                    'identity', a.attidentity <> '',
                    'unique', exists (
                        select
                        from pg_catalog.pg_index as i
                        where i.indrelid = c.oid
                            and i.indisunique
                            and i.indnkeyatts = 1
                            and i.indkey[0] = a.attnum
                    ),
                    'keyed', exists (
                        select
                        from pg_catalog.pg_index as i
                        where i.indrelid = c.oid
                            and i.indisunique
                            and a.attnum = any (i.indkey::pg_catalog.int2[])
                    ),
                    'checked', exists (
                        select
                        from pg_catalog.pg_constraint as k
                        where k.conrelid = c.oid
                            and k.contype = 'c'
                            and a.attnum = any (k.conkey)
                    ),
                    'partitions', exists (
                        select
                        from pg_catalog.pg_partitioned_table as p
                        join pg_catalog.pg_class as r on r.oid = p.partrelid
                        join pg_catalog.pg_attribute as pa
                            on pa.attrelid = r.oid and pa.attnum = any (p.partattrs::pg_catalog.int2[])
                        where pa.attname = a.attname
                            and r.oid in (
                                select x.relid::pg_catalog.oid
                                from pg_catalog.pg_partition_ancestors(c.oid) as x
                                union all
                                select c.oid
                            )
                    )
                )
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        ),
        '[]'
    ) as columns,
    coalesce(
        (
            select pg_catalog.array_agg(a.attname::text order by pg_catalog.array_position(i.indkey::pg_catalog.int2[], a.attnum))
            from pg_catalog.pg_index as i
            join pg_catalog.pg_attribute as a
                on a.attrelid = c.oid and a.attnum = any (i.indkey::pg_catalog.int2[])
            where i.indrelid = c.oid and i.indisprimary
        ),
        '{}'
    ) as key,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'parent', k.confrelid::text,
                    'columns', (
                        select pg_catalog.jsonb_agg(a.attname order by u.place)
                        from pg_catalog.unnest(k.conkey) with ordinality as u (attnum, place)
                        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = u.attnum
                    ),
                    'parentColumns', (
                        select pg_catalog.jsonb_agg(a.attname order by u.place)
                        from pg_catalog.unnest(k.confkey) with ordinality as u (attnum, place)
                        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = u.attnum
                    )
                )
                order by k.conname
            )
            from pg_catalog.pg_constraint as k
            where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
        ),
        '[]'
    ) as links,
    -- 4: update, 8: insert, 16: delete, as PostgreSQL numbers its commands.
    case when c.relkind = 'v' then pg_catalog.pg_relation_is_updatable(c.oid, true) else 0 end as updatable,
    (
        select d.refobjid::text
        from pg_catalog.pg_rewrite as w
        join pg_catalog.pg_depend as d
            on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
            and d.objid = w.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.refobjid <> c.oid
        where w.ev_class = c.oid and c.relkind = 'v'
        group by d.refobjid
        order by pg_catalog.count(*) desc, d.refobjid
        limit 1
    ) as base,
    case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C"
