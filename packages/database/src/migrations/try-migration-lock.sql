select pg_catalog.pg_try_advisory_lock($1::int, $2::int) as locked
