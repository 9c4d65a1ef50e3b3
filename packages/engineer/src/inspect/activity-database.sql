-- The database's own figures, and the age of its oldest transaction id: past two thousand million
-- PostgreSQL stops taking writes.
select
    pg_catalog.age(d.datfrozenxid)::float8 as "xidAge",
    pg_catalog.mxid_age(d.datminmxid)::float8 as "multixactAge",
    pg_catalog.current_setting('autovacuum_freeze_max_age')::float8 as "freezeMaxAge",
    (s.blks_hit::float8 / nullif(s.blks_hit + s.blks_read, 0))::float8 as "cacheHitRatio",
    s.deadlocks::float8 as deadlocks,
    s.temp_bytes::float8 as "temporaryBytes",
    s.xact_commit::float8 as commits,
    s.xact_rollback::float8 as rollbacks,
    pg_catalog.current_setting('max_connections')::integer as "maxConnections",
    (
        pg_catalog.pg_has_role('pg_read_all_stats', 'usage')
        or (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user)
    ) as "seesOthers"
from pg_catalog.pg_database as d
join pg_catalog.pg_stat_database as s on s.datid = d.oid
where d.datname = pg_catalog.current_database()
