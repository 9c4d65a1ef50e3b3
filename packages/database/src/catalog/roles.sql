-- Roles belong to the whole server, so only those that the caller cares about are compared.
select
    pg_catalog.format('role %I', r.rolname) as object,
    pg_catalog.concat_ws(
        ' ',
        case when r.rolsuper then 'superuser' end,
        case when r.rolcanlogin then 'login' else 'nologin' end,
        case when not r.rolinherit then 'noinherit' end,
        case when r.rolcreaterole then 'createrole' end,
        case when r.rolcreatedb then 'createdb' end,
        case when r.rolreplication then 'replication' end,
        case when r.rolbypassrls then 'bypassrls' end,
        'connection limit ' || nullif(r.rolconnlimit, -1),
        'valid until ' || r.rolvaliduntil
    ) as definition
from pg_catalog.pg_roles as r
where r.rolname !~ '^pg_'
union all
select
    pg_catalog.format(
        'member %s of %s',
        m.member::pg_catalog.regrole,
        m.roleid::pg_catalog.regrole
    ),
    pg_catalog.string_agg(
        (
            pg_catalog.to_jsonb(m) - 'oid' - 'roleid' - 'member' - 'grantor'
            || pg_catalog.jsonb_build_object('grantor', m.grantor::pg_catalog.regrole)
        )::text,
        ', '
        order by m.grantor::pg_catalog.regrole::text collate "C"
    )
from pg_catalog.pg_auth_members as m
where m.member::pg_catalog.regrole::text !~ '^pg_'
group by m.member, m.roleid
