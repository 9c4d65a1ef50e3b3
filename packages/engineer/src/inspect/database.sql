select
    d.datname as name,
    pg_catalog.pg_get_userbyid(d.datdba) as owner,
    pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
    pg_catalog.current_setting('server_version') as "serverVersion",
    pg_catalog.pg_database_size(d.oid)::float8 as bytes
from pg_catalog.pg_database as d
where d.datname = pg_catalog.current_database()
