-- An object is named as PostgreSQL identifies it, which is nearly how "comment on" names it.
select
    d.class as catalog,
    d.objoid::text as id,
    'comment ' || d.objsubid as part,
    85 as stage,
    pg_catalog.format('comment on %s %s', o.type, o.identity) as object,
    pg_catalog.format(
        'comment on %s is %L',
        case
            when o.type like '% column' then 'column ' || o.identity
            when o.type = 'domain constraint' then
                'constraint ' || pg_catalog.regexp_replace(o.identity, ' on (.*)$', ' on domain \1')
            when o.type like '% constraint' then 'constraint ' || o.identity
            when o.type = 'composite type' then 'type ' || o.identity
            when o.type = 'statistics object' then 'statistics ' || o.identity
            when o.type = 'transform' then
                'transform ' || pg_catalog.regexp_replace(o.identity, ' on language ', ' language ')
            else o.type || ' ' || o.identity
        end,
        d.description
    ) as script
from (
    select d.*, pg_catalog.regexp_replace(d.classoid::pg_catalog.regclass::text, '^pg_catalog\.', '') as class
    from pg_catalog.pg_description as d
) as d
cross join pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) as o
where (d.objoid >= 16384 or d.class = 'pg_namespace')
    and o.identity is not null
    and coalesce(o.schema, '') not in ('pg_catalog', 'information_schema')
    and not (d.class = 'pg_namespace' and o.identity ~ '^(pg_|information_schema$)')
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e'
    )
    and not (d.class = 'pg_extension' and o.identity = 'plpgsql')
union all
select 'pg_namespace', n.oid::text, 'comment 0', 85, 'comment on schema public', 'comment on schema public is null'
from pg_catalog.pg_namespace as n
where n.nspname = 'public' and pg_catalog.obj_description(n.oid, 'pg_namespace') is null
