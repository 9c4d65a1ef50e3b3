select
    r.object,
    pg_catalog.format('%s is unlogged.', r.object) as message,
    'After a crash it is empty, a replica never has it, and a backup of the files has none of it.' as detail,
    pg_catalog.format('If its rows are worth keeping: alter table %s set logged;', r.object) as hint
from relations as r
where r.relkind in ('r', 'p', 'm') and r.relpersistence = 'u'
