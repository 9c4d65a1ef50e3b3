-- At 2,147 million PostgreSQL stops taking writes; autovacuum freezes long before, if it can.
select
    r.object,
    pg_catalog.format('%s has not been frozen for %s million transactions.', r.object, age.now / 1000000) as message,
    pg_catalog.format(
        'Autovacuum was due at %s million. At 2,147 million the server takes no more writes.',
        pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint / 1000000
    ) as detail,
    pg_catalog.format(
        'Look for what holds the horizon back (old transactions, replication slots, prepared transactions), then: vacuum (freeze) %s;',
        r.object
    ) as hint
from relations as r
cross join lateral (select pg_catalog.age(r.relfrozenxid)::bigint as now) as age
where r.relkind in ('r', 'm')
    and r.relfrozenxid <> '0'::pg_catalog.xid
    and age.now > least(pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint * 2, 1000000000)
