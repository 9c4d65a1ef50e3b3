-- Those that a partition has of its parent are told there.
select
    t.tgrelid as relation,
    t.tgname as name,
    pg_catalog.pg_get_triggerdef(t.oid) as definition,
    t.tgfoid::pg_catalog.regprocedure::text as function,
    case t.tgenabled when 'D' then 'disabled' when 'A' then 'always' when 'R' then 'replica' else 'enabled' end
        as state,
    pg_catalog.obj_description(t.oid, 'pg_trigger') as comment
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and t.tgparentid = 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by t.tgrelid, t.tgname collate "C"
