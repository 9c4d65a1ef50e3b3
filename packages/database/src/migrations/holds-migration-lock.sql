-- Asked of this very server connection: behind a transaction pooler another one may answer.
select exists (
    select
    from pg_catalog.pg_locks
    where locktype = 'advisory'
        and classid = $1::int::oid
        and objid = $2::int::oid
        and objsubid = 2
        and pid = pg_catalog.pg_backend_pid()
        and granted
) as held
