-- Which schemas an HTTP interface shows and which roles come in from outside, as far as the server knows.
select
    pg_catalog.regexp_split_to_array(
        nullif(pg_catalog.btrim(coalesce(
            nullif(pg_catalog.current_setting('pgrst.db_schemas', true), ''),
            (
                select pg_catalog.split_part(s.setting, '=', 2)
                from pg_catalog.pg_db_role_setting as d
                cross join lateral pg_catalog.unnest(d.setconfig) as s (setting)
                left join pg_catalog.pg_roles as r on r.oid = d.setrole
                where s.setting like 'pgrst.db\_schemas=%'
                    and (d.setrole = 0 or r.rolname = 'authenticator')
                    and d.setdatabase in (
                        0,
                        (select b.oid from pg_catalog.pg_database as b where b.datname = pg_catalog.current_database())
                    )
                order by d.setdatabase desc, d.setrole desc
                limit 1
            )
        )), ''),
        '\s*,\s*'
    ) as shown,
    array(select n.nspname::text from pg_catalog.pg_namespace as n) as schemas,
    array(select r.rolname::text from pg_catalog.pg_roles as r) as roles,
    array(
        select r.rolname::text
        from pg_catalog.pg_roles as r
        where r.rolname in ('anon', 'authenticated')
        order by r.rolname
    ) as supabase,
    array(
        select distinct r.rolname::text
        from pg_catalog.pg_roles as r
        where not r.rolsuper
            and not r.rolbypassrls
            and r.rolname !~ '^pg_'
            and r.oid <> (select b.datdba from pg_catalog.pg_database as b where b.datname = pg_catalog.current_database())
            and (
                exists (select from pg_catalog.pg_policy as p where r.oid = any (p.polroles))
                or exists (
                    select
                    from pg_catalog.pg_auth_members as m
                    join pg_catalog.pg_roles as a on a.oid = m.member
                    where m.roleid = r.oid and a.rolname = 'authenticator'
                )
            )
            and not exists (select from pg_catalog.pg_class as c where c.relowner = r.oid)
        order by 1
    ) as discovered
