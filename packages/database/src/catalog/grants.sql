-- One row for each object and grantee. What is granted because nothing was said is spelled out, so
-- that a right given and taken away again compares equal.
with user_schema as (
    select n.*
    from pg_catalog.pg_namespace as n
    where n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'supabase_migrations')
),
granted as (
    select
        pg_catalog.format('schema %I', n.nspname) as object,
        coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)) as acl
    from user_schema as n
    union all
    select
        pg_catalog.format(case c.relkind when 'S' then 'sequence %s' else 'table %s' end, c.oid::pg_catalog.regclass),
        coalesce(
            c.relacl,
            pg_catalog.acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner)
        )
    from pg_catalog.pg_class as c
    join user_schema as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select
        pg_catalog.format('column %s.%I', c.oid::pg_catalog.regclass, a.attname),
        a.attacl
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join user_schema as n on n.oid = c.relnamespace
    where a.attacl is not null and not a.attisdropped
    union all
    select
        pg_catalog.format('routine %s', p.oid::pg_catalog.regprocedure),
        coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
    from pg_catalog.pg_proc as p
    join user_schema as n on n.oid = p.pronamespace
    union all
    select
        pg_catalog.format('type %s', t.oid::pg_catalog.regtype),
        coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))
    from pg_catalog.pg_type as t
    join user_schema as n on n.oid = t.typnamespace
    where t.typtype in ('e', 'd', 'r')
        or exists (
            select
            from pg_catalog.pg_class as c
            where c.oid = t.typrelid and c.relkind = 'c'
        )
)
select
    pg_catalog.format(
        'grant on %s to %s',
        g.object,
        case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
    ) as object,
    pg_catalog.string_agg(
        pg_catalog.format(
            '%s%s by %s',
            pg_catalog.lower(e.privilege_type),
            case when e.is_grantable then ' with grant option' else '' end,
            e.grantor::pg_catalog.regrole
        ),
        ', '
        order by e.privilege_type collate "C", e.grantor::pg_catalog.regrole::text collate "C"
    ) as definition
from granted as g
cross join pg_catalog.aclexplode(g.acl) as e
group by g.object, e.grantee
