-- A grant says that somebody was meant to get in.
select
    r.object,
    pg_catalog.format('%s has row level security on and no policy.', r.object) as message,
    pg_catalog.format('%s may use it, and will find every row hidden and every write refused.', who.names) as detail,
    'Add a policy for what they may do, or revoke their privileges so that the refusal is an error.' as hint
from relations as r
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select, insert, update')
        or pg_catalog.has_table_privilege(o.role, r.oid, 'delete')
) as who
where r.relrowsecurity
    and who.names is not null
    and not exists (select from pg_catalog.pg_policy as p where p.polrelid = r.oid)
