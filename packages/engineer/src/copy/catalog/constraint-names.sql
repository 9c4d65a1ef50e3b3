-- A foreign key to a partitioned table has a constraint for each partition, with a name that depends on
-- the order in which the partitions came: they get the names they have in the target.
select
    'pg_class' as catalog,
    k.conrelid::text as id,
    'constraint names' as part,
    39 as stage,
    pg_catalog.format('names of the constraints of table %s', k.conrelid::pg_catalog.regclass) as object,
    pg_catalog.format(
        $script$
with wanted (name, referenced, top) as (values %1$s), found as (
    with recursive chain as (
        select c.oid, c.conname as top, c.confrelid
        from pg_catalog.pg_constraint as c
        where c.conrelid = %2$L::pg_catalog.regclass and c.contype = 'f' and c.conparentid = 0
        union all
        select c.oid, chain.top, c.confrelid
        from chain
        join pg_catalog.pg_constraint as c on c.conparentid = chain.oid
        where c.conrelid = %2$L::pg_catalog.regclass
    )
    select chain.oid, wanted.name
    from wanted
    join chain on chain.top = wanted.top and chain.confrelid = wanted.referenced::pg_catalog.regclass
)
select pg_catalog.set_config('catb.constraint_names', (select pg_catalog.json_object_agg(oid, name)::text from found), true);
update pg_catalog.pg_constraint as c set conname = 'catb ' || c.oid
where c.oid in (select key::oid from pg_catalog.json_each_text(pg_catalog.current_setting('catb.constraint_names')::json));
update pg_catalog.pg_constraint as c set conname = names.value
from pg_catalog.json_each_text(pg_catalog.current_setting('catb.constraint_names')::json) as names
where c.oid = names.key::oid$script$,
        pg_catalog.string_agg(
            pg_catalog.format('(%L, %L, %L)', k.conname, k.confrelid::pg_catalog.regclass, top.conname), ', '
        ),
        k.conrelid::pg_catalog.regclass
    ) as script,
    pg_catalog.array_agg(distinct 'pg_constraint:' || top.oid) as needs
from pg_catalog.pg_constraint as k
join pg_catalog.pg_class as c on c.oid = k.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral (
    with recursive chain as (
        select k.conparentid as oid
        union all
        select p.conparentid from chain join pg_catalog.pg_constraint as p on p.oid = chain.oid where p.conparentid <> 0
    )
    select p.oid, p.conname
    from chain
    join pg_catalog.pg_constraint as p on p.oid = chain.oid
    where p.conparentid = 0 and p.conrelid = k.conrelid
) as top
where k.contype = 'f'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
group by k.conrelid
union all
-- A foreign key that came with its parent's is told from one that found its parent's by this alone.
select
    'pg_class',
    k.conrelid::text,
    'inherited constraints',
    39,
    pg_catalog.format('inherited constraints of table %s', k.conrelid::pg_catalog.regclass),
    pg_catalog.format(
        'update pg_catalog.pg_constraint set connoinherit = false'
        ' where conrelid = %L::pg_catalog.regclass and conname = any(%L::pg_catalog.name[])',
        k.conrelid::pg_catalog.regclass,
        pg_catalog.array_agg(k.conname)
    ),
    pg_catalog.array_agg('pg_constraint:' || k.conparentid)
from pg_catalog.pg_constraint as k
join pg_catalog.pg_constraint as parent on parent.oid = k.conparentid
where k.contype = 'f'
    and not k.connoinherit
    and parent.conrelid <> k.conrelid
    and parent.confrelid = k.confrelid
group by k.conrelid
