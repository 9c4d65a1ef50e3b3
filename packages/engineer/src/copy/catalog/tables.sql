-- Tables, partitions and foreign tables, each with the columns in their order, attached to its parents.
-- Defaults that need other objects follow by themselves. $1 names the extensions that the copy lacks.
with foreign_type as (
    select d.objid as oid
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_extension as e on e.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
        and e.extname = any($1::text[])
),
user_table as (
    select c.*
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f')
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
        )
),
own_default as (
    -- Needs nothing but its own table and types: it stands with its column.
    select def.adrelid, def.adnum, pg_catalog.pg_get_expr(def.adbin, def.adrelid) as expression
    from pg_catalog.pg_attrdef as def
    join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
    where a.attgenerated <> ''
        or not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
),
not_null as (
    -- Not null is a constraint with a name from 18 on.
    select k.conrelid, k.conkey[1] as attnum, k.conname, k.connoinherit, k.convalidated, k.conislocal
    from pg_catalog.pg_constraint as k
    where k.contype = 'n' and k.conrelid <> 0
),
identity as (
    select
        d.refobjid as relid,
        d.refobjsubid as attnum,
        pg_catalog.format(
            'sequence name %s start %s increment %s minvalue %s maxvalue %s cache %s %s',
            d.objid::pg_catalog.regclass,
            s.seqstart,
            s.seqincrement,
            s.seqmin,
            s.seqmax,
            s.seqcache,
            case when s.seqcycle then 'cycle' end
        ) as options
    from pg_catalog.pg_sequence as s
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = s.seqrelid and d.deptype = 'i'
),
columns as (
    select
        c.oid,
        pg_catalog.string_agg(
            pg_catalog.concat_ws(
                ' ',
                pg_catalog.quote_ident(a.attname),
                pg_catalog.format_type(a.atttypid, case when f.oid is null then a.atttypmod end),
                'options (' || (
                    select pg_catalog.string_agg(
                        pg_catalog.format('%I %L', option.option_name, option.option_value), ', '
                    )
                    from pg_catalog.pg_options_to_table(a.attfdwoptions) as option
                ) || ')',
                case when a.attcollation <> t.typcollation then
                    'collate ' || a.attcollation::pg_catalog.regcollation
                end,
                case when a.attnotnull and (v.number < 180000 or k.convalidated) then
                    coalesce('constraint ' || pg_catalog.quote_ident(k.conname) || ' ', '') || 'not null'
                    || case when k.connoinherit then ' no inherit' else '' end
                end,
                -- From 17 on a partition has its parent's identity.
                case when a.attidentity <> '' and not (c.relispartition and v.number >= 170000) then
                    pg_catalog.format(
                        'generated %s as identity (%s)',
                        case a.attidentity when 'a' then 'always' else 'by default' end,
                        i.options
                    )
                end,
                case when a.attgenerated = '' then 'default ' || def.expression end,
                case when a.attgenerated <> '' then
                    pg_catalog.format(
                        'generated always as (%s) %s',
                        def.expression,
                        case a.attgenerated when 'v' then 'virtual' else 'stored' end
                    )
                end
            ),
            ', '
            order by a.attnum
        ) as list
    from user_table as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    cross join (values (pg_catalog.current_setting('server_version_num')::integer)) as v (number)
    left join foreign_type as f on f.oid in (t.oid, t.typelem)
    left join own_default as def on def.adrelid = c.oid and def.adnum = a.attnum
    left join not_null as k on k.conrelid = c.oid and k.attnum = a.attnum
    left join identity as i on i.relid = c.oid and i.attnum = a.attnum
    group by c.oid
),
parents as (
    select
        i.inhrelid as oid,
        pg_catalog.string_agg(
            case when c.relispartition then
                pg_catalog.format(
                    '; alter table only %s attach partition %s %s',
                    i.inhparent::pg_catalog.regclass,
                    c.oid::pg_catalog.regclass,
                    pg_catalog.pg_get_expr(c.relpartbound, c.oid)
                )
            else
                pg_catalog.format(
                    '; alter table %s inherit %s',
                    c.oid::pg_catalog.regclass,
                    i.inhparent::pg_catalog.regclass
                )
            end,
            ''
            order by i.inhseqno
        ) as script
    from pg_catalog.pg_inherits as i
    join user_table as c on c.oid = i.inhrelid
    group by i.inhrelid
)
select
    'pg_class' as catalog,
    c.oid::text as id,
    22 as stage,
    pg_catalog.format('table %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.concat(
        'create ',
        case c.relpersistence when 'u' then 'unlogged ' end,
        case c.relkind when 'f' then 'foreign ' end,
        'table ',
        c.oid::pg_catalog.regclass,
        ' (',
        columns.list,
        ')',
        ' partition by ' || case c.relkind when 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
        (
            select pg_catalog.format(
                ' server %I options (%s)',
                s.srvname,
                (
                    select pg_catalog.string_agg(
                        pg_catalog.format('%I %L', option.option_name, option.option_value), ', '
                    )
                    from pg_catalog.pg_options_to_table(f.ftoptions) as option
                )
            )
            from pg_catalog.pg_foreign_table as f
            join pg_catalog.pg_foreign_server as s on s.oid = f.ftserver
            where f.ftrelid = c.oid
        ),
        ' using ' || nullif(am.amname, 'heap'),
        ' with (' || (
            select pg_catalog.string_agg(option.label, ', ')
            from (
                select pg_catalog.format('%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_options_to_table(c.reloptions) as o
                union all
                select pg_catalog.format('toast.%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_class as toast
                cross join pg_catalog.pg_options_to_table(toast.reloptions) as o
                where toast.oid = c.reltoastrelid
            ) as option (label)
        ) || ')',
        pg_catalog.format('; alter table %s owner to %s', c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole),
        parents.script,
        case when not c.relispartition and parents.oid is not null then
            pg_catalog.format(
                '; update pg_catalog.pg_attribute set attislocal = false'
                ' where attrelid = %1$L::pg_catalog.regclass and attname = any(%2$L::pg_catalog.name[])'
                '; update pg_catalog.pg_constraint set conislocal = false'
                ' where conrelid = %1$L::pg_catalog.regclass and conname = any(%3$L::pg_catalog.name[])',
                c.oid::pg_catalog.regclass,
                (
                    select coalesce(pg_catalog.array_agg(a.attname), '{}')
                    from pg_catalog.pg_attribute as a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attislocal
                ),
                (
                    select coalesce(pg_catalog.array_agg(k.conname), '{}')
                    from not_null as k
                    where k.conrelid = c.oid and not k.conislocal
                )
            )
        end,
        '; alter table ' || c.oid::pg_catalog.regclass || ' of ' || nullif(c.reloftype, 0)::pg_catalog.regtype,
        case when c.relrowsecurity then
            pg_catalog.format('; alter table %s enable row level security', c.oid::pg_catalog.regclass)
        end,
        case when c.relforcerowsecurity then
            pg_catalog.format('; alter table %s force row level security', c.oid::pg_catalog.regclass)
        end,
        case when c.relreplident in ('f', 'n') and c.relkind <> 'f' then
            pg_catalog.format(
                '; alter table %s replica identity %s',
                c.oid::pg_catalog.regclass,
                case c.relreplident when 'f' then 'full' else 'nothing' end
            )
        end
    ) as script
from user_table as c
left join columns on columns.oid = c.oid
left join parents on parents.oid = c.oid
left join pg_catalog.pg_am as am on am.oid = c.relam
