select v.name, pg_catalog.array_agg(v.version) as versions
from pg_catalog.pg_available_extension_versions as v
group by v.name
