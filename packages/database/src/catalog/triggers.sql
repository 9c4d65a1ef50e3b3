select
    pg_catalog.format('trigger %I on %s', t.tgname, t.tgrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(', ', pg_catalog.pg_get_triggerdef(t.oid), 'enabled ' || t.tgenabled::text) as definition
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
union all
select
    pg_catalog.format('event trigger %I', e.evtname),
    pg_catalog.concat_ws(
        ', ',
        e.evtevent,
        e.evtfoid::pg_catalog.regprocedure::text,
        'owner ' || e.evtowner::pg_catalog.regrole,
        'enabled ' || e.evtenabled::text,
        pg_catalog.array_to_string(e.evttags, ', ')
    )
from pg_catalog.pg_event_trigger as e
