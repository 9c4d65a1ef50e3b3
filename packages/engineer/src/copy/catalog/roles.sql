-- Never a password.
select
    'pg_authid' as catalog,
    r.oid::text as id,
    0 as stage,
    pg_catalog.format('role %I', r.rolname) as object,
    pg_catalog.concat(
        case when r.oid <> 10 then pg_catalog.format('create role %I; ', r.rolname) end,
        pg_catalog.format(
            'alter role %I with %s connection limit %s',
            r.rolname,
            pg_catalog.concat_ws(
                ' ',
                case when r.rolsuper then 'superuser' else 'nosuperuser' end,
                case when r.rolcanlogin then 'login' else 'nologin' end,
                case when r.rolinherit then 'inherit' else 'noinherit' end,
                case when r.rolcreaterole then 'createrole' else 'nocreaterole' end,
                case when r.rolcreatedb then 'createdb' else 'nocreatedb' end,
                case when r.rolreplication then 'replication' else 'noreplication' end,
                case when r.rolbypassrls then 'bypassrls' else 'nobypassrls' end,
                'valid until ' || pg_catalog.quote_literal(r.rolvaliduntil)
            ),
            r.rolconnlimit
        ),
        pg_catalog.format('; comment on role %I is ', r.rolname)
            || pg_catalog.quote_literal(pg_catalog.shobj_description(r.oid, 'pg_authid'))
    ) as script
from pg_catalog.pg_roles as r
where r.rolname !~ '^pg_'
