-- Where a role holds a right on some columns only ($1: roles, $2: relations): the columns.
select
    r.name as role,
    c.oid::text as relation,
    v.verb,
    pg_catalog.array_agg(a.attname::text order by a.attnum) as columns
from pg_catalog.unnest($1::text[]) as r (name)
cross join pg_catalog.unnest(array['select', 'insert', 'update']) as v (verb)
join pg_catalog.pg_class as c on c.oid = any ($2::pg_catalog.oid[])
join pg_catalog.pg_attribute as a
    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where not pg_catalog.has_table_privilege(r.name, c.oid, v.verb)
    and pg_catalog.has_any_column_privilege(r.name, c.oid, v.verb)
    and pg_catalog.has_column_privilege(r.name, c.oid, a.attnum, v.verb)
group by r.name, c.oid, v.verb
order by r.name, c.oid, v.verb
