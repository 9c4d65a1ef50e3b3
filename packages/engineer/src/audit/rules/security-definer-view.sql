-- Only what the view adds: tables that these roles could not read by themselves.
select
    v.object,
    pg_catalog.format('%s reads with its owner''s rights what %s may not read.', v.object, who.names) as message,
    pg_catalog.format(
        'It is owned by %s and has no security_invoker; behind it: %s.', pg_catalog.pg_get_userbyid(v.relowner), who.hidden
    ) as detail,
    pg_catalog.format('alter view %s set (security_invoker = true);', v.object) as hint
from relations as v
cross join lateral (
    select
        pg_catalog.string_agg(distinct o.name, ', ') as names,
        pg_catalog.string_agg(distinct c.oid::pg_catalog.regclass::text, ', ') as hidden
    from outsiders as o
    join pg_catalog.pg_rewrite as w on w.ev_class = v.oid
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> v.oid
    join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relkind in ('r', 'p', 'v', 'm', 'f')
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
        and n.nspname not in ('pg_catalog', 'information_schema')
        and not c.relrowsecurity
        and not (
            pg_catalog.has_schema_privilege(o.role, n.oid, 'usage')
            and case d.refobjsubid
                when 0 then pg_catalog.has_any_column_privilege(o.role, c.oid, 'select')
                else pg_catalog.has_column_privilege(o.role, c.oid, d.refobjsubid::int2, 'select')
            end
        )
) as who
where v.relkind = 'v'
    and v.exposed
    and who.names is not null
    and not coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)
