-- The database itself. Its locale has other columns in each major.
select
    d.datname as name,
    d.datdba::pg_catalog.regrole::text as owner,
    o.rolname as "ownerName",
    o.rolvaliduntil is not null as "ownerExpires",
    s.rolname as superuser,
    pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
    d.datlocprovider::text as "localeProvider",
    coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale') as locale,
    d.datcollate as "lcCollate",
    d.datctype as "lcCtype",
    (
        select pg_catalog.string_agg(
            pg_catalog.format(
                'grant %s on database %I to %s%s',
                e.privileges,
                d.datname,
                case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end,
                case when e.is_grantable then ' with grant option' end
            ),
            '; '
        )
        from (
            select a.grantee, a.is_grantable, pg_catalog.string_agg(a.privilege_type, ', ') as privileges
            from pg_catalog.aclexplode(d.datacl) as a
            group by a.grantee, a.is_grantable
        ) as e
    ) as grants,
    pg_catalog.shobj_description(d.oid, 'pg_database') as comment
from pg_catalog.pg_database as d
join pg_catalog.pg_roles as o on o.oid = d.datdba
join pg_catalog.pg_roles as s on s.oid = 10
where d.datname = pg_catalog.current_database()
