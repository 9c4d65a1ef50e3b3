-- Those of partitions come with their parent's; what is switched on or off is said for each.
select
    'pg_trigger' as catalog,
    t.oid::text as id,
    '' as part,
    46 as stage,
    pg_catalog.format('trigger %I on %s', t.tgname, t.tgrelid::pg_catalog.regclass) as object,
    pg_catalog.pg_get_triggerdef(t.oid) as script,
    null::text[] as needs
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and t.tgparentid = 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e'
    )
union all
select
    'pg_class',
    t.tgrelid::text,
    'trigger ' || t.tgname,
    47,
    pg_catalog.format('state of trigger %I on %s', t.tgname, t.tgrelid::pg_catalog.regclass),
    pg_catalog.format(
        'alter table only %s %s trigger %I',
        t.tgrelid::pg_catalog.regclass,
        case t.tgenabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' else 'enable' end,
        t.tgname
    ),
    array['pg_trigger:' || coalesce(nullif(t.tgparentid, 0), t.oid)]
from pg_catalog.pg_trigger as t
left join pg_catalog.pg_trigger as parent on parent.oid = t.tgparentid
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (t.tgenabled <> 'O' or parent.tgenabled <> 'O')
