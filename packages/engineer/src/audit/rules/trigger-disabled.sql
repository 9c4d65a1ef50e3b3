select
    pg_catalog.format('trigger %I on %s', t.tgname, r.object) as object,
    case when t.tgisinternal
        then pg_catalog.format('Foreign keys of %s are not checked.', r.object)
        else pg_catalog.format('Trigger %I on %s is disabled.', t.tgname, r.object)
    end as message,
    'It was switched off, for a load or a repair, and not on again.' as detail,
    pg_catalog.format('alter table %s enable trigger %s;', r.object, case when t.tgisinternal then 'all' else pg_catalog.quote_ident(t.tgname) end) as hint
from pg_catalog.pg_trigger as t
join relations as r on r.oid = t.tgrelid
where t.tgenabled = 'D'
    and t.tgparentid = 0
    -- One finding for a table whose keys are off, not one for each of their triggers.
    and (
        not t.tgisinternal
        or t.oid = (select pg_catalog.min(o.oid) from pg_catalog.pg_trigger as o where o.tgrelid = t.tgrelid and o.tgisinternal and o.tgenabled = 'D')
    )
