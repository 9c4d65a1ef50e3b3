select pg_catalog.format('%I.%I(%s)', n.nspname, p.proname,
           pg_catalog.oidvectortypes(p.proargtypes)) as signature,
       p.prosecdef as definer,
       p.provolatile = 'v' as volatile,
       (select pg_catalog.substr(s.setting, pg_catalog.length('search_path=') + 1)
        from pg_catalog.unnest(p.proconfig) s (setting)
        where s.setting like 'search\_path=%') as "searchPath"
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where p.proname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')
