-- What the snapshot is of. The clock is the database's.
select
    pg_catalog.pg_export_snapshot() as snapshot,
    pg_catalog.now() as taken_at,
    pg_catalog.current_setting('server_version') as postgres,
    pg_catalog.current_setting('server_version_num')::int / 10000 as major,
    pg_catalog.current_database() as database
