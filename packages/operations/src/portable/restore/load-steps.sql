-- What stands in the way of loading rows, and how to put it back: foreign keys, indexes, keys,
-- triggers, and the policies that hold for the owner too. Each row is one object: `before` takes it
-- away, `after` brings it back as it was. Only what the catalog can spell out whole is taken away; the
-- rest stays, and costs time.
with own_table as (
    select c.*, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p')
        and c.relpersistence <> 't'
        and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'supabase_migrations')
        and pg_catalog.pg_has_role(c.relowner, 'usage')
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objid = c.oid
                and d.deptype = 'e'
        )
),
plain_index as (
    select
        i.*,
        x.reloptions,
        pg_catalog.format('%I.%I', n.nspname, x.relname) as name,
        t.name as table_name
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as x on x.oid = i.indexrelid
    join pg_catalog.pg_namespace as n on n.oid = x.relnamespace
    join own_table as t on t.oid = i.indrelid and t.relkind = 'r' and not t.relispartition
    where i.indisvalid
        and not i.indisclustered
        and not i.indisreplident
        and x.reltablespace = 0
        and not exists (
            select from pg_catalog.pg_attribute as a where a.attrelid = i.indexrelid and a.attstattarget >= 0
        )
),
step as (
    select
        1 as before_order,
        4 as after_order,
        pg_catalog.format('alter table %s drop constraint %I', t.name, k.conname) as before,
        pg_catalog.format(
            'alter table %s add constraint %I %s', t.name, k.conname, pg_catalog.pg_get_constraintdef(k.oid)
        ) as after,
        pg_catalog.format('comment on constraint %I on %s is %L', k.conname, t.name,
            pg_catalog.obj_description(k.oid, 'pg_constraint')) as comment,
        pg_catalog.obj_description(k.oid, 'pg_constraint') is not null as has_comment
    from pg_catalog.pg_constraint as k
    join own_table as t on t.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0
    union all
    select
        2,
        3,
        pg_catalog.format('drop index %s', i.name),
        pg_catalog.pg_get_indexdef(i.indexrelid),
        pg_catalog.format('comment on index %s is %L', i.name, pg_catalog.obj_description(i.indexrelid, 'pg_class')),
        pg_catalog.obj_description(i.indexrelid, 'pg_class') is not null
    from plain_index as i
    where not exists (select from pg_catalog.pg_constraint as k where k.conindid = i.indexrelid and k.contype <> 'f')
        -- A function whose body was parsed can depend on it, for its "on conflict".
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.refobjid = i.indexrelid
                and d.classid <> 'pg_catalog.pg_constraint'::pg_catalog.regclass
                and d.deptype = 'n'
        )
    union all
    select
        3,
        2,
        pg_catalog.format('alter table %s drop constraint %I', i.table_name, k.conname),
        pg_catalog.format(
            'alter table %s add constraint %I %s', i.table_name, k.conname, pg_catalog.pg_get_constraintdef(k.oid)
        ),
        pg_catalog.format('comment on constraint %I on %s is %L', k.conname, i.table_name,
            pg_catalog.obj_description(k.oid, 'pg_constraint')),
        pg_catalog.obj_description(k.oid, 'pg_constraint') is not null
    from plain_index as i
    join pg_catalog.pg_constraint as k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    where i.reloptions is null
        and pg_catalog.obj_description(i.indexrelid, 'pg_class') is null
        -- A view that groups by a key depends on it.
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                and d.refobjid = k.oid
                and d.deptype = 'n'
        )
    union all
    select
        4,
        5,
        pg_catalog.format('alter table %s disable trigger %I', t.name, g.tgname),
        pg_catalog.format(
            'alter table %s enable %s trigger %I',
            t.name,
            case g.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end,
            g.tgname
        ),
        null,
        false
    from pg_catalog.pg_trigger as g
    join own_table as t on t.oid = g.tgrelid
    where not g.tgisinternal and g.tgenabled <> 'D' and g.tgparentid = 0
    union all
    select
        5,
        6,
        pg_catalog.format('alter table %s no force row level security', t.name),
        pg_catalog.format('alter table %s force row level security', t.name),
        null,
        false
    from own_table as t
    where t.relforcerowsecurity
)
select
    before_order,
    after_order,
    before,
    after,
    case when has_comment then comment end as comment
from step
