select
    pg_catalog.format('rule %I on %s', r.rulename, r.ev_class::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(', ', pg_catalog.pg_get_ruledef(r.oid), 'enabled ' || r.ev_enabled::text) as definition
from pg_catalog.pg_rewrite as r
join pg_catalog.pg_class as c on c.oid = r.ev_class
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where r.rulename <> '_RETURN'
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
