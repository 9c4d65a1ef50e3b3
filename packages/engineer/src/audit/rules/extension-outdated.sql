select
    pg_catalog.quote_ident(a.name) as object,
    pg_catalog.format('Extension %I is at %s; the server has %s.', a.name, a.installed_version, a.default_version) as message,
    'What was mended in between, faults of security too, is not in use.' as detail,
    pg_catalog.format('alter extension %I update;', a.name) as hint
from pg_catalog.pg_available_extensions as a
where a.installed_version <> a.default_version
    and exists (
        select from pg_catalog.pg_available_extension_versions as v where v.name = a.name and v.installed
    )
