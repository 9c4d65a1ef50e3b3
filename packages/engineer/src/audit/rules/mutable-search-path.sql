-- A body that was parsed when it was created (begin atomic) has its names resolved already.
select
    f.object,
    pg_catalog.format('%s finds its names through the caller''s search_path.', f.object) as message,
    case when f.prosecdef
        then 'It is security definer: whoever can create an object in a schema of that path has it run with the owner''s rights.'
        else 'It works or fails with the settings of who calls it: in a trigger, an index or a restore that is somebody else.'
    end as detail,
    pg_catalog.format('Name everything in its body with its schema, then: alter %s %s set search_path = '''';', case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
where f.prokind in ('f', 'p')
    and f.lanname not in ('c', 'internal')
    and not f.has_sql_body
    and not exists (
        select from pg_catalog.unnest(f.proconfig) as c (setting) where c.setting like 'search\_path=%'
    )
