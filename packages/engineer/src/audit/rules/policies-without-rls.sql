select
    r.object,
    pg_catalog.format('%s has policies, and row level security is off.', r.object) as message,
    pg_catalog.format(
        'Nobody asks %s.', pg_catalog.string_agg(pg_catalog.format('"%s"', p.polname), ', ' order by p.polname)
    ) as detail,
    pg_catalog.format('alter table %s enable row level security;', r.object) as hint
from relations as r
join pg_catalog.pg_policy as p on p.polrelid = r.oid
where not r.relrowsecurity
group by r.object
