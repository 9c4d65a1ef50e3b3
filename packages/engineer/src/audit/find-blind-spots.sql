-- What the role that looks is not shown: statistics of columns, and where sequences stand.
select spot.text
from (
    select
        1 as place,
        pg_catalog.format(
            'The statistics of %s tables are hidden from role %s: table-bloat knows nothing of them.',
            pg_catalog.count(*), current_user
        ) as text
    from relations as r
    where r.relkind in ('r', 'm')
        and not pg_catalog.has_table_privilege(r.oid, 'select')
    having pg_catalog.count(*) > 0
    union all
    select
        2,
        pg_catalog.format(
            '%s sequences are hidden from role %s: sequence-near-end knows nothing of them.',
            pg_catalog.count(*), current_user
        )
    from pg_catalog.pg_class as c
    join schemas as s on s.oid = c.relnamespace
    where case c.relkind when 'S' then not pg_catalog.has_sequence_privilege(c.oid, 'usage, select') end
    having pg_catalog.count(*) > 0
    union all
    select
        3,
        pg_catalog.format('Settings are hidden from role %s: all-statements-logged did not run.', current_user)
    where not exists (select from pg_catalog.pg_settings as p where p.name = 'log_statement')
) as spot
order by spot.place
