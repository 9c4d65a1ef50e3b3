select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format(
        '%s.%I is %s and refers to %s.', r.object, a.attname,
        pg_catalog.format_type(a.atttypid, null), pg_catalog.format_type(b.atttypid, null)
    ) as message,
    'The narrower side ends first: its inserts fail while the other goes on.' as detail,
    pg_catalog.format('alter table %s alter column %I type %s;', r.object, a.attname, pg_catalog.format_type(b.atttypid, null)) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
cross join lateral rows from (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey)) as key (mine, theirs)
join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.mine
join pg_catalog.pg_attribute as b on b.attrelid = k.confrelid and b.attnum = key.theirs
where k.contype = 'f'
    and k.conparentid = 0
    and a.atttypid <> b.atttypid
    and a.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)
    and b.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)
