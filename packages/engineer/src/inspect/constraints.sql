-- Those that a partition inherited are its parent's, and told there.
select
    k.conrelid as relation,
    k.conname as name,
    case k.contype
        when 'p' then 'primary key'
        when 'u' then 'unique'
        when 'f' then 'foreign key'
        when 'c' then 'check'
        when 'x' then 'exclusion'
    end as kind,
    (
        select coalesce(pg_catalog.array_agg(a.attname::text order by k_column.ordinality), '{}')
        from pg_catalog.unnest(k.conkey) with ordinality as k_column (number, ordinality)
        join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k_column.number
    ) as columns,
    pg_catalog.pg_get_constraintdef(k.oid) as definition,
    k.convalidated as validated,
    k.condeferrable as deferrable,
    nullif(k.confrelid, 0) as "refersTo",
    (
        select pg_catalog.array_agg(a.attname::text order by f_column.ordinality)
        from pg_catalog.unnest(k.confkey) with ordinality as f_column (number, ordinality)
        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = f_column.number
    ) as "refersToColumns",
    case k.confupdtype
        when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
        when 'n' then 'set null' when 'd' then 'set default'
    end as "onUpdate",
    case k.confdeltype
        when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
        when 'n' then 'set null' when 'd' then 'set default'
    end as "onDelete",
    pg_catalog.obj_description(k.oid, 'pg_constraint') as comment
from pg_catalog.pg_constraint as k
join pg_catalog.pg_namespace as n on n.oid = k.connamespace
where k.conrelid <> 0
    and k.contype in ('p', 'u', 'f', 'c', 'x')
    and k.conparentid = 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by k.conrelid, k.conname collate "C"
