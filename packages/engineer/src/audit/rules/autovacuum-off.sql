select
    r.object,
    pg_catalog.format('Autovacuum is switched off for %s.', r.object) as message,
    pg_catalog.format(
        'Dead rows stay (%s now), statistics grow old; only the wrap-around of transaction ids forces a vacuum.',
        coalesce(pg_catalog.pg_stat_get_dead_tuples(r.oid), 0)
    ) as detail,
    pg_catalog.format('alter table %s reset (autovacuum_enabled);', r.object) as hint
from relations as r
where r.relkind in ('r', 'm')
    and pg_catalog.array_to_string(r.reloptions, ',') ~* 'autovacuum_enabled=(false|off|no|0)(,|$)'
