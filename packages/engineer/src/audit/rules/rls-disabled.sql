select
    r.object,
    pg_catalog.format('%s is open to %s: row level security is off.', r.object, who.names) as message,
    pg_catalog.format(
        '%s in the exposed schema %I; they may %s.%s',
        case when r.relispartition then 'A partition' else 'A table' end,
        r.nspname,
        who.verbs,
        case when r.relispartition then ' The policies of the parent are not asked when a partition is named.' else '' end
    ) as detail,
    pg_catalog.format('alter table %s enable row level security; then a policy for what they may do.', r.object) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(distinct o.name, ', ') as names,
        pg_catalog.string_agg(distinct v.verb, ', ') as verbs
    from outsiders as o
    cross join (values ('select'), ('insert'), ('update'), ('delete')) as v (verb)
    where case v.verb
            when 'delete' then pg_catalog.has_table_privilege(o.role, r.oid, v.verb)
            else pg_catalog.has_any_column_privilege(o.role, r.oid, v.verb)
        end
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
) as who
where r.exposed
    and r.relkind in ('r', 'p')
    and not r.relrowsecurity
    and who.names is not null
