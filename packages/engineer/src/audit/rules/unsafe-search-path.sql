-- pg_temp is searched first for tables and types unless it is named; a caller can always create there.
with pinned as (
    select f.*, p.place, pg_catalog.btrim(p.part, ' "') as part
    from functions as f
    cross join lateral pg_catalog.unnest(f.proconfig) as c (setting)
    cross join lateral pg_catalog.string_to_table(pg_catalog.substr(c.setting, 13), ',')
        with ordinality as p (part, place)
    where f.prosecdef and c.setting like 'search\_path=%'
)
select
    f.object,
    pg_catalog.format('%s is security definer, and its search_path can be entered.', f.object) as message,
    pg_catalog.concat_ws(
        ' ',
        (
            select pg_catalog.format('Callers may create objects in %s.', pg_catalog.string_agg(distinct n.nspname, ', '))
            from pinned as p
            join pg_catalog.pg_namespace as n on n.nspname = p.part
            join outsiders as o on pg_catalog.has_schema_privilege(o.role, n.oid, 'create')
            where p.oid = f.oid
        ),
        case when not exists (select from pinned as p where p.oid = f.oid and p.part = 'pg_temp')
            then 'It does not name pg_temp, which is therefore searched first: a temporary table takes the place of a real one.'
        end
    ) as detail,
    pg_catalog.format(
        'Name every object with its schema and: alter %s %s set search_path = '''';',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object
    ) as hint
from functions as f
where exists (
        select from outsiders as o where pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
    )
    and exists (select from pinned as p where p.oid = f.oid and p.part not in ('', 'pg_temp', 'pg_catalog'))
    and (
        not exists (select from pinned as p where p.oid = f.oid and p.part = 'pg_temp')
        or exists (
            select
            from pinned as p
            join pg_catalog.pg_namespace as n on n.nspname = p.part
            join outsiders as o on pg_catalog.has_schema_privilege(o.role, n.oid, 'create')
            where p.oid = f.oid and n.nspname !~ '^pg_temp'
        )
    )
