-- What no two rows may share: unique indexes and exclusion constraints, with partial and computed ones.
select
    i.indrelid::text as "tableId",
    c.relname as name,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
    pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' as "nullsNotDistinct",
    (
        select pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'expression', pg_catalog.pg_get_indexdef(i.indexrelid, k.place::integer, false),
                'operator', coalesce(
                    (
                        select pg_catalog.format('operator(%I.%s)', o.nspname, op.oprname)
                        from pg_catalog.pg_operator as op
                        join pg_catalog.pg_namespace as o on o.oid = op.oprnamespace
                        where op.oid = x.conexclop[k.place]
                    ),
                    '='
                )
            )
            order by k.place
        )
        from pg_catalog.generate_series(1, i.indnkeyatts) as k (place)
    ) as parts,
    -- The columns that its expressions and its predicate read, as far as PostgreSQL records them.
    (
        select coalesce(pg_catalog.json_agg(distinct a.attname), '[]')
        from pg_catalog.pg_attribute as a
        where a.attrelid = i.indrelid
            and a.attnum > 0
            and (
                a.attnum = any((i.indkey::smallint[])[0 : i.indnkeyatts - 1])
                or exists (
                    select
                    from pg_catalog.pg_depend as d
                    where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.objid = i.indexrelid
                        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.refobjid = i.indrelid
                        and d.refobjsubid = a.attnum
                )
            )
    ) as columns
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
left join pg_catalog.pg_constraint as x on x.conindid = i.indexrelid and x.contype = 'x'
where i.indrelid = any($1::oid[])
    and (i.indisunique or x.oid is not null)
    and i.indislive
order by i.indrelid, c.relname
