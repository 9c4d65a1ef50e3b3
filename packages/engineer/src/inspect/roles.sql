-- Every role of the server but PostgreSQL's own; the caller keeps those that this database knows.
-- "actsAs": whose rights a role has without asking for them.
select
    r.rolname as name,
    r.rolsuper as superuser,
    r.rolcanlogin as login,
    r.rolinherit as inherit,
    r.rolcreaterole as "createRole",
    r.rolcreatedb as "createDatabase",
    r.rolreplication as replication,
    r.rolbypassrls as "bypassRls",
    r.rolconnlimit as "connectionLimit",
    (
        select coalesce(pg_catalog.array_agg(b.rolname::text order by b.rolname collate "C"), '{}')
        from pg_catalog.pg_auth_members as m
        join pg_catalog.pg_roles as b on b.oid = m.roleid
        where m.member = r.oid
    ) as "memberOf",
    (
        select coalesce(pg_catalog.array_agg(b.rolname::text order by b.rolname collate "C"), '{}')
        from pg_catalog.pg_roles as b
        where b.oid <> r.oid
            and not r.rolsuper
            and exists (select from pg_catalog.pg_auth_members as m where m.member = r.oid)
            and pg_catalog.pg_has_role(r.oid, b.oid, 'usage')
    ) as "actsAs",
    pg_catalog.shobj_description(r.oid, 'pg_authid') as comment
from pg_catalog.pg_roles as r
where r.rolname !~ '^pg_'
order by r.rolname collate "C"
