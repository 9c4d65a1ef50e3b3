-- pg_upgrade keeps no OIDs of what these types point at; aclitem changed its size in 16.
with recursive blocking as (
    select t.oid, t.typname::text as name
    from pg_catalog.pg_type as t
    where t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
        and t.typname in (
            'regcollation', 'regconfig', 'regdictionary', 'regnamespace', 'regoper', 'regoperator', 'regproc',
            'regprocedure', 'aclitem', 'gtsvector'
        )
    union
    select container.oid, blocking.name
    from blocking
    cross join lateral (
        select t.oid
        from pg_catalog.pg_type as t
        where t.typbasetype = blocking.oid or (t.typelem = blocking.oid and t.typcategory = 'A')
        union all
        select c.reltype
        from pg_catalog.pg_attribute as a
        join pg_catalog.pg_class as c on c.oid = a.attrelid
        where a.atttypid = blocking.oid and c.relkind = 'c' and not a.attisdropped
    ) as container
)
select
    pg_catalog.format('%s.%I', r.object, a.attname) as object,
    pg_catalog.format('Column %I of %s has a type that pg_upgrade refuses: %s.', a.attname, r.object, b.name) as message,
    'The next major version can not be reached by pg_upgrade while a table stores this type.' as detail,
    pg_catalog.format('alter table %s alter column %I type text;', r.object, a.attname) as hint
from relations as r
join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
join blocking as b on b.oid = a.atttypid
where r.relkind in ('r', 'p', 'm')
