-- What "alter role … set" and "alter database … set" left for this database.
select
    s.setrole::pg_catalog.regrole::text as role,
    s.setrole = 0 as "everyRole",
    s.setdatabase <> 0 as "inDatabase",
    s.setconfig as settings
from pg_catalog.pg_db_role_setting as s
where s.setdatabase in (
    0,
    (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
)
