-- Views over views count: what the first one hides, the last one may still show.
select
    v.object,
    pg_catalog.format('%s shows rows of auth.users to %s.', v.object, who.names) as message,
    case v.relkind
        when 'm' then 'A materialized view has no policies: everyone who may read it reads all of it.'
        else 'The view reads auth.users with the rights of its owner, so that no policy of auth.users is asked.'
    end as detail,
    'Revoke select from these roles, or keep a table of your own with the columns that others may see.' as hint
from relations as v
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
) as who
where v.exposed
    and who.names is not null
    and v.relkind in ('v', 'm')
    and exists (
        with recursive reads as (
            select v.oid as view, v.relkind = 'v' and coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false) as invoker
            union
            select
                c.oid,
                reads.invoker and c.relkind = 'v'
                    and coalesce(pg_catalog.array_to_string(c.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)
            from reads
            join pg_catalog.pg_rewrite as w on w.ev_class = reads.view
            join pg_catalog.pg_depend as d
                on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
                and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> reads.view
            join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relkind in ('v', 'm')
        )
        select
        from reads
        join pg_catalog.pg_rewrite as w on w.ev_class = reads.view
        join pg_catalog.pg_depend as d
            on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        join pg_catalog.pg_class as c on c.oid = d.refobjid
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = 'auth' and c.relname = 'users'
            and not (reads.invoker and c.relrowsecurity)
    )
