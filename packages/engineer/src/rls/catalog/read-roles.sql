-- Roles that could be tried: no superuser, none of PostgreSQL's own.
select
    r.rolname as name,
    r.rolbypassrls as bypasses,
    r.rolcanlogin as logs_in,
    exists (
        select
        from (
            select c.relacl as acl, c.relowner as owner from pg_catalog.pg_class as c
            union all
            select p.proacl, p.proowner from pg_catalog.pg_proc as p
            union all
            select a.attacl, c.relowner
            from pg_catalog.pg_attribute as a
            join pg_catalog.pg_class as c on c.oid = a.attrelid
            where a.attacl is not null
        ) as o
        cross join pg_catalog.aclexplode(o.acl) as x
        where x.grantee = r.oid and o.owner <> r.oid
    ) as holds_grants,
    (
        exists (select from pg_catalog.pg_class as c where c.relowner = r.oid and c.oid >= 16384)
        or exists (
            select
            from pg_catalog.pg_database as d
            where d.datdba = r.oid and d.datname = pg_catalog.current_database()
        )
    ) as owns
from pg_catalog.pg_roles as r
where not r.rolsuper and r.rolname !~ '^pg_'
order by r.rolname collate "C"
