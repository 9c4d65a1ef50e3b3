-- Options of a membership, other than admin, exist from 16 on.
select
    'pg_auth_members' as catalog,
    pg_catalog.format('%s %s %s', m.roleid, m.member, m.grantor) as id,
    1 as stage,
    (m.grantor <> 10)::integer as rank,
    pg_catalog.format('membership of %s in %s', m.member::pg_catalog.regrole, m.roleid::pg_catalog.regrole) as object,
    pg_catalog.concat(
        pg_catalog.format('grant %s to %s', m.roleid::pg_catalog.regrole, m.member::pg_catalog.regrole),
        case when o.inherits is not null then
            pg_catalog.format(' with admin %s, inherit %s, set %s', m.admin_option::text, o.inherits, o.sets)
        when m.admin_option then ' with admin option' end,
        ' granted by ' || g.oid::pg_catalog.regrole
    ) as script
from pg_catalog.pg_auth_members as m
cross join lateral (
    values (pg_catalog.to_jsonb(m) ->> 'inherit_option', pg_catalog.to_jsonb(m) ->> 'set_option')
) as o (inherits, sets)
left join pg_catalog.pg_roles as g on g.oid = m.grantor
where not (
    m.member in (select r.oid from pg_catalog.pg_roles as r where r.rolname ~ '^pg_')
    and m.roleid in (select r.oid from pg_catalog.pg_roles as r where r.rolname ~ '^pg_')
)
