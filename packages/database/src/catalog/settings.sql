-- What "alter role … set" and "alter database … set" left for this database.
select
    pg_catalog.format(
        'settings of %s%s',
        case s.setrole when 0 then 'every role' else s.setrole::pg_catalog.regrole::text end,
        case s.setdatabase when 0 then '' else ' in this database' end
    ) as object,
    (
        select pg_catalog.string_agg(setting, ', ' order by setting)
        from pg_catalog.unnest(s.setconfig) as setting
    ) as definition
from pg_catalog.pg_db_role_setting as s
where s.setdatabase in (
    0,
    (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
)
