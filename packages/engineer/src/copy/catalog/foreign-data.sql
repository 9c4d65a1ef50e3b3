-- Wrappers and servers, without the options of the servers: nothing that runs on the copy may reach
-- what the target reaches. User mappings, which hold passwords, are not read.
select
    'pg_foreign_data_wrapper' as catalog,
    w.oid::text as id,
    '' as part,
    15 as stage,
    pg_catalog.format('foreign data wrapper %I', w.fdwname) as object,
    pg_catalog.format(
        'create foreign data wrapper %1$I %2$s %3$s; alter foreign data wrapper %1$I owner to %4$s',
        w.fdwname,
        'handler ' || nullif(w.fdwhandler, 0)::pg_catalog.regproc,
        'validator ' || nullif(w.fdwvalidator, 0)::pg_catalog.regproc,
        w.fdwowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_foreign_data_wrapper as w
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
        and d.objid = w.oid
        and d.deptype = 'e'
)
union all
select
    'pg_foreign_server',
    s.oid::text,
    '',
    16,
    pg_catalog.format('server %I', s.srvname),
    pg_catalog.format(
        'create server %1$I%2$s%3$s foreign data wrapper %4$I%5$s; alter server %1$I owner to %6$s',
        s.srvname,
        ' type ' || pg_catalog.quote_literal(s.srvtype),
        ' version ' || pg_catalog.quote_literal(s.srvversion),
        w.fdwname,
        -- Without an address these two would take the machine's own.
        case when w.fdwname in ('postgres_fdw', 'dblink_fdw') then
            ' options (host ''127.0.0.1'', port ''1'', dbname ''none'')'
        end,
        s.srvowner::pg_catalog.regrole
    )
from pg_catalog.pg_foreign_server as s
join pg_catalog.pg_foreign_data_wrapper as w on w.oid = s.srvfdw
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass and d.objid = s.oid and d.deptype = 'e'
)
