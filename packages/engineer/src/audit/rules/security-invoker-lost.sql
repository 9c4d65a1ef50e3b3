-- A view without security_invoker asks the policies for its owner, not for who reads.
select
    v.object,
    pg_catalog.format('%s shows rows past the policies of %s.', v.object, hidden.tables) as message,
    pg_catalog.format(
        'Its owner %s passes those policies, and %s may read the view.',
        pg_catalog.pg_get_userbyid(v.relowner), readers.names
    ) as detail,
    pg_catalog.format('alter view %s set (security_invoker = true);', v.object) as hint
from relations as v
cross join lateral (
    select pg_catalog.string_agg(distinct c.oid::pg_catalog.regclass::text, ', ') as tables
    from pg_catalog.pg_rewrite as w
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> v.oid
    join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relrowsecurity
    join pg_catalog.pg_roles as o on o.oid = v.relowner
    where w.ev_class = v.oid
        and (
            o.rolsuper
            or o.rolbypassrls
            or not c.relforcerowsecurity and pg_catalog.pg_has_role(v.relowner, c.relowner, 'usage')
        )
) as hidden
cross join lateral (
    select pg_catalog.string_agg(distinct reader.name, ', ') as names
    from (
        select o.name::text
        from outsiders as o
        where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
        union all
        select coalesce(g.rolname::text, 'everyone')
        from pg_catalog.aclexplode(v.relacl) as a
        left join pg_catalog.pg_roles as g on g.oid = a.grantee
        where a.privilege_type = 'SELECT'
            and a.grantee <> v.relowner
            and not coalesce(g.rolsuper or g.rolbypassrls, false)
    ) as reader (name)
) as readers
where v.relkind = 'v'
    and hidden.tables is not null
    and readers.names is not null
    and not coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)
