-- To which index of the parent it belongs, what the table uses it for, and whether it is one at all.
select
    'pg_class' as catalog,
    i.indexrelid::text as id,
    'settings' as part,
    35 as stage,
    pg_catalog.format('settings of index %s', i.indexrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        '; ',
        pg_catalog.format('alter index %s attach partition ', p.inhparent::pg_catalog.regclass)
            || nullif(p.inhrelid, 0)::pg_catalog.regclass,
        -- A key that came with its parent's is told from one that was attached to it by this alone.
        case when p.inhrelid is not null and not k.connoinherit then
            pg_catalog.format(
                'update pg_catalog.pg_constraint set connoinherit = false'
                ' where conrelid = %L::pg_catalog.regclass and conname = %L',
                i.indrelid::pg_catalog.regclass,
                k.conname
            )
        end,
        case when i.indisclustered then
            pg_catalog.format('alter table %s cluster on %I', i.indrelid::pg_catalog.regclass, x.relname)
        end,
        case when i.indisreplident then
            pg_catalog.format(
                'alter table %s replica identity using index %I', i.indrelid::pg_catalog.regclass, x.relname
            )
        end,
        case when x.relkind = 'i' and not (i.indisvalid and i.indisready) then
            pg_catalog.format(
                'update pg_catalog.pg_index set indisvalid = %L, indisready = %L'
                ' where indexrelid = %L::pg_catalog.regclass',
                i.indisvalid,
                i.indisready,
                i.indexrelid::pg_catalog.regclass
            )
        end
    ) as script,
    array['pg_class:' || p.inhparent] as needs
from pg_catalog.pg_index as i
join pg_catalog.pg_class as x on x.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = x.relnamespace
left join pg_catalog.pg_inherits as p on p.inhrelid = i.indexrelid
left join pg_catalog.pg_constraint as k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (p.inhrelid is not null or i.indisclustered or i.indisreplident or not i.indisvalid or not i.indisready)
    and (x.relkind = 'i' or p.inhrelid is not null)
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = i.indrelid and d.deptype = 'e'
    )
