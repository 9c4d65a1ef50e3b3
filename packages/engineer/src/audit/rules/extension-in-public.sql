select
    pg_catalog.quote_ident(e.extname) as object,
    pg_catalog.format('Extension %I is installed in the exposed schema %I.', e.extname, s.nspname) as message,
    'Its functions can be called from outside, and its names stand in the way of yours.' as detail,
    case when e.extrelocatable
        then pg_catalog.format('alter extension %I set schema extensions;', e.extname)
        else pg_catalog.format('It can not be moved: drop extension %1$I; create extension %1$I schema extensions;', e.extname)
    end as hint
from pg_catalog.pg_extension as e
join schemas as s on s.oid = e.extnamespace
where s.exposed and e.extname <> 'plpgsql'
