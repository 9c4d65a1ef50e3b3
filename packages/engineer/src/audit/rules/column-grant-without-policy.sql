-- Somebody chose the columns, so somebody meant it; no policy lets a row through.
select
    r.object,
    pg_catalog.format('%s may %s columns of %s, and no policy lets a row through.', g.name, g.verb, r.object) as message,
    pg_catalog.format('Granted on %s.', pg_catalog.string_agg(g.attname, ', ' order by g.attname)) as detail,
    pg_catalog.format('Add a policy for %s, or revoke the grant.', g.verb) as hint
from relations as r
cross join lateral (
    select
        a.attname,
        acl.grantee,
        pg_catalog.lower(acl.privilege_type) as verb,
        case acl.grantee when 0 then 'everyone' else pg_catalog.pg_get_userbyid(acl.grantee)::text end as name
    from pg_catalog.pg_attribute as a
    cross join lateral pg_catalog.aclexplode(a.attacl) as acl
    where a.attrelid = r.oid
        and not a.attisdropped
        and acl.grantee <> r.relowner
        and acl.privilege_type in ('SELECT', 'INSERT', 'UPDATE')
) as g
left join pg_catalog.pg_roles as o on o.oid = g.grantee
where r.relrowsecurity
    and not coalesce(o.rolsuper or o.rolbypassrls, false)
    and exists (select from pg_catalog.pg_policy as p where p.polrelid = r.oid)
    and not exists (
        select
        from pg_catalog.pg_policy as p
        where p.polrelid = r.oid
            and p.polpermissive
            and p.polcmd in ('*', case g.verb when 'select' then 'r' when 'insert' then 'a' else 'w' end)
            and (
                0 = any (p.polroles)
                or g.grantee <> 0
                and exists (
                    select
                    from pg_catalog.unnest(p.polroles) as role (oid)
                    where pg_catalog.pg_has_role(g.grantee, role.oid, 'usage')
                )
            )
    )
group by r.object, g.name, g.verb
