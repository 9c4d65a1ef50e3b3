-- What differs from what an owner gives by itself, or an extension when it is made: that is taken back,
-- then each right is granted, those of the owner first.
with object as (
    select
        'pg_namespace' as catalog,
        n.oid,
        'schema' as kind,
        pg_catalog.quote_ident(n.nspname) as identity,
        n.nspacl as acl,
        n.nspowner as owner,
        'n'::"char" as letter,
        '' as columns
    from pg_catalog.pg_namespace as n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_class',
        c.oid,
        case c.relkind when 'S' then 'sequence' else 'table' end,
        c.oid::pg_catalog.regclass::text,
        c.relacl,
        c.relowner,
        case c.relkind when 'S' then 's'::"char" else 'r'::"char" end,
        ''
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_class',
        c.oid,
        'table',
        c.oid::pg_catalog.regclass::text,
        a.attacl,
        c.relowner,
        'c'::"char",
        pg_catalog.format(' (%I)', a.attname)
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where a.attacl is not null
        and not a.attisdropped
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
    union all
    select
        'pg_proc',
        p.oid,
        case p.prokind when 'p' then 'procedure' else 'function' end,
        p.oid::pg_catalog.regprocedure::text,
        p.proacl,
        p.proowner,
        'f'::"char",
        ''
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_type',
        t.oid,
        'type',
        t.oid::pg_catalog.regtype::text,
        t.typacl,
        t.typowner,
        'T'::"char",
        ''
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where t.typacl is not null and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_foreign_server',
        s.oid,
        'foreign server',
        pg_catalog.quote_ident(s.srvname),
        s.srvacl,
        s.srvowner,
        'S'::"char",
        ''
    from pg_catalog.pg_foreign_server as s
    union all
    select
        'pg_foreign_data_wrapper',
        w.oid,
        'foreign data wrapper',
        pg_catalog.quote_ident(w.fdwname),
        w.fdwacl,
        w.fdwowner,
        'F'::"char",
        ''
    from pg_catalog.pg_foreign_data_wrapper as w
    union all
    select 'pg_language', l.oid, 'language', pg_catalog.quote_ident(l.lanname), l.lanacl, l.lanowner, 'l'::"char", ''
    from pg_catalog.pg_language as l
    where l.lanpltrusted and l.lanacl is not null
),
given as (
    -- What the object has in the copy before anything is granted: the public schema as the server is
    -- made with it, the rest as the owner or the extension gives it.
    select
        o.*,
        o.catalog || ':' || o.oid as key,
        case
            when o.catalog = 'pg_namespace' and o.identity = 'public' then
                pg_catalog.acldefault('n', o.owner) || pg_catalog.makeaclitem(0, o.owner, 'USAGE', false)
            else coalesce(
                (
                    select i.initprivs
                    from pg_catalog.pg_init_privs as i
                    where i.classoid = ('pg_catalog.' || o.catalog)::pg_catalog.regclass
                        and i.objoid = o.oid
                        and i.objsubid = 0
                        and i.privtype = 'e'
                        and o.letter <> 'c'
                ),
                pg_catalog.acldefault(o.letter, o.owner)
            )
        end as first_acl
    from object as o
),
wanted as (
    select g.*, coalesce(g.acl, pg_catalog.acldefault(g.letter, g.owner)) as last_acl
    from given as g
),
taken as (
    select
        w.key,
        w.columns,
        pg_catalog.string_agg(
            pg_catalog.format(
                'revoke all%s on %s %s from %s',
                w.columns,
                w.kind,
                w.identity,
                case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
            ),
            '; '
        ) as script
    from wanted as w
    cross join lateral (select distinct a.grantee from pg_catalog.aclexplode(w.first_acl) as a) as e
    group by w.key, w.columns
),
granted as (
    select
        w.key,
        w.columns,
        pg_catalog.string_agg(
            pg_catalog.concat(
                'set local role ' || nullif(e.grantor, w.owner)::pg_catalog.regrole || '; ',
                pg_catalog.format(
                    'grant %s on %s %s to %s',
                    e.privileges,
                    w.kind,
                    w.identity,
                    case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
                ),
                case when e.is_grantable then ' with grant option' end,
                case when e.grantor <> w.owner then '; reset role' end
            ),
            '; '
            order by e.grantor <> w.owner, e.is_grantable desc, e.grantor
        ) as script
    from wanted as w
    cross join lateral (
        select
            a.grantor,
            a.grantee,
            a.is_grantable,
            pg_catalog.string_agg(a.privilege_type || w.columns, ', ') as privileges
        from pg_catalog.aclexplode(w.last_acl) as a
        group by a.grantor, a.grantee, a.is_grantable
    ) as e
    group by w.key, w.columns
)
select
    w.catalog,
    w.oid::text as id,
    'grants' || w.columns as part,
    70 as stage,
    pg_catalog.format('grants on %s %s%s', w.kind, w.identity, w.columns) as object,
    pg_catalog.concat_ws('; ', taken.script, granted.script) as script
from wanted as w
left join taken on taken.key = w.key and taken.columns = w.columns
left join granted on granted.key = w.key and granted.columns = w.columns
where not (w.first_acl @> w.last_acl and w.last_acl @> w.first_acl)
