-- Last of all, so that they see nothing of how the copy is made.
select
    'pg_event_trigger' as catalog,
    e.oid::text as id,
    95 as stage,
    pg_catalog.format('event trigger %I', e.evtname) as object,
    pg_catalog.concat(
        pg_catalog.format('create event trigger %I on %s', e.evtname, e.evtevent),
        ' when tag in (' || (
            select pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') from pg_catalog.unnest(e.evttags) as tag
        ) || ')',
        pg_catalog.format(' execute function %s()', e.evtfoid::pg_catalog.regproc),
        pg_catalog.format('; alter event trigger %I owner to %s', e.evtname, e.evtowner::pg_catalog.regrole),
        pg_catalog.format('; alter event trigger %I ', e.evtname)
            || case e.evtenabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' end
    ) as script
from pg_catalog.pg_event_trigger as e
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass and d.objid = e.oid and d.deptype = 'e'
)
