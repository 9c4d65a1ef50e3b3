select
    pg_catalog.format('extension %I', e.extname) as object,
    pg_catalog.format(
        'version %s, schema %s, owner %s',
        e.extversion,
        e.extnamespace::pg_catalog.regnamespace,
        e.extowner::pg_catalog.regrole
    ) as definition
from pg_catalog.pg_extension as e
