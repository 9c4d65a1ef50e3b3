select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('%I on %s is not validated.', k.conname, r.object) as message,
    pg_catalog.format(
        'New rows obey it, older ones were never checked: %s.', pg_catalog.pg_get_constraintdef(k.oid)
    ) as detail,
    pg_catalog.format('alter table %s validate constraint %I;', r.object, k.conname) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
where not k.convalidated
    and k.conparentid = 0
    -- From 18 on a constraint can be off on purpose, and then it is never valid.
    and coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)
