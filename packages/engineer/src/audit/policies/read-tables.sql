-- What is to be known of the tables that policies are about: columns, and keys to other tables.
select
    r.oid::int8 as id,
    r.object as name,
    r.relname as relation,
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        order by a.attnum
    ) as columns,
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
        order by a.attnum
    ) as required,
    -- Columns that an outsider may change at all, as far as no trigger compares the new with the old.
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid
            and a.attnum > 0
            and not a.attisdropped
            and a.attgenerated = ''
            and exists (
                select from outsiders as o where pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'update')
            )
            and not exists (
                select
                from pg_catalog.pg_trigger as t
                join pg_catalog.pg_proc as p on p.oid = t.tgfoid
                where t.tgrelid = r.oid
                    and not t.tgisinternal
                    and t.tgenabled in ('O', 'A')
                    -- for each row, before, on update
                    and t.tgtype & 19 = 19
                    and pg_catalog.strpos(pg_catalog.lower(p.prosrc), 'new.' || pg_catalog.lower(a.attname)) > 0
                    and pg_catalog.strpos(pg_catalog.lower(p.prosrc), 'old.' || pg_catalog.lower(a.attname)) > 0
            )
        order by a.attnum
    ) as updatable,
    coalesce(
        (
            select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                'parentId', k.confrelid::int8::text,
                'parent', k.confrelid::pg_catalog.regclass::text,
                'columns', (
                    select pg_catalog.jsonb_agg(a.attname order by key.position)
                    from pg_catalog.unnest(k.conkey) with ordinality as key (number, position)
                    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.number
                )
            ) order by k.conname)
            from pg_catalog.pg_constraint as k
            where k.contype = 'f' and k.conrelid = r.oid and k.conparentid = 0
        ),
        '[]'::pg_catalog.jsonb
    ) as "foreignKeys"
from relations as r
where r.relrowsecurity and r.relkind in ('r', 'p')
