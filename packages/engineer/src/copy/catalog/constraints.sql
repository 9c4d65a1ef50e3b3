-- Children come before their parents, so that what both declare is merged and keeps its name.
with recursive depth as (
    select c.oid, 0 as level
    from pg_catalog.pg_class as c
    where c.relkind in ('r', 'p', 'f') and not exists (
        select from pg_catalog.pg_inherits as i where i.inhrelid = c.oid
    )
    union all
    select i.inhrelid, d.level + 1
    from depth as d
    join pg_catalog.pg_inherits as i on i.inhparent = d.oid
),
level as (
    select d.oid, pg_catalog.max(d.level) as level from depth as d group by d.oid
)
select
    'pg_constraint' as catalog,
    k.oid::text as id,
    case when k.conrelid = 0 then 11 when k.contype = 'f' then 38 else 30 end as stage,
    -level.level as rank,
    pg_catalog.format(
        'constraint %I on %s',
        k.conname,
        case when k.conrelid <> 0 then k.conrelid::pg_catalog.regclass::text
        else k.contypid::pg_catalog.regtype::text end
    ) as object,
    case when k.conrelid = 0 then
        pg_catalog.format(
            'alter domain %s add constraint %I %s',
            k.contypid::pg_catalog.regtype,
            k.conname,
            pg_catalog.pg_get_constraintdef(k.oid)
        )
    else
        pg_catalog.format(
            'alter table %s%s add constraint %I %s',
            -- The keys of partitions have names of their own; foreign keys and checks find the children's.
            case when k.contype in ('p', 'u', 'x') then 'only ' end,
            k.conrelid::pg_catalog.regclass,
            k.conname,
            pg_catalog.pg_get_constraintdef(k.oid)
        )
    end as script
from pg_catalog.pg_constraint as k
join pg_catalog.pg_namespace as n on n.oid = k.connamespace
left join level on level.oid = k.conrelid
left join pg_catalog.pg_constraint as parent on parent.oid = k.conparentid
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (
        k.contype in ('p', 'u', 'x')
        or (k.contype = 'c' and (k.conislocal or k.conrelid = 0))
        -- What stands beside the table itself stands here only when it is not validated.
        or (k.contype = 'n' and k.conislocal and not k.convalidated and k.conrelid <> 0)
        -- Those that a partitioned referenced table adds on the same table come by themselves.
        or (
            k.contype = 'f'
            and (k.conparentid = 0 or (parent.conrelid <> k.conrelid and parent.confrelid = k.confrelid))
        )
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
            and (
                (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = k.conrelid)
                or (d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = k.contypid)
            )
    )
