/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  checks: `select
    k.conrelid::text as "tableId",
    k.conname as name,
    pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
    (
        select coalesce(pg_catalog.json_agg(a.attname), '[]')
        from pg_catalog.pg_attribute as a
        where a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    ) as columns
from pg_catalog.pg_constraint as k
where k.contype = 'c' and k.conrelid = any($1::oid[])
order by k.conrelid, k.conname`,
  columns: `select
    a.attrelid::text as "tableId",
    a.attname as name,
    a.atttypid::text as "typeId",
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull or t.typnotnull as "notNull",
    case when a.attgenerated <> '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end as generated,
    case
        when a.attidentity <> '' then (
            select pg_catalog.format('pg_catalog.nextval(%L::pg_catalog.regclass)', e.objid::pg_catalog.regclass)
            from pg_catalog.pg_depend as e
            where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and e.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and e.refobjid = a.attrelid
                and e.refobjsubid = a.attnum
                and e.deptype = 'i'
        )
        when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid)
    end as "default"
from pg_catalog.pg_attribute as a
join pg_catalog.pg_type as t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum`,
  foreignKeys: `select
    k.conrelid::text as "tableId",
    k.conname as name,
    k.confrelid::text as "referencedId",
    k.confmatchtype = 'f' as "matchFull",
    (
        select pg_catalog.json_agg(a.attname order by p.place)
        from pg_catalog.unnest(k.conkey) with ordinality as p (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = p.attnum
    ) as columns,
    (
        select pg_catalog.json_agg(a.attname order by p.place)
        from pg_catalog.unnest(k.confkey) with ordinality as p (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = p.attnum
    ) as "referencedColumns"
from pg_catalog.pg_constraint as k
where k.contype = 'f' and k.conrelid = any($1::oid[]) and k.conparentid = 0
order by k.conrelid, pg_catalog.cardinality(k.conkey) desc, k.conname`,
  keys: `-- What no two rows may share: unique indexes and exclusion constraints, with partial and computed ones.
select
    i.indrelid::text as "tableId",
    c.relname as name,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
    pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' as "nullsNotDistinct",
    (
        select pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'expression', pg_catalog.pg_get_indexdef(i.indexrelid, k.place::integer, false),
                'operator', coalesce(
                    (
                        select pg_catalog.format('operator(%I.%s)', o.nspname, op.oprname)
                        from pg_catalog.pg_operator as op
                        join pg_catalog.pg_namespace as o on o.oid = op.oprnamespace
                        where op.oid = x.conexclop[k.place]
                    ),
                    '='
                )
            )
            order by k.place
        )
        from pg_catalog.generate_series(1, i.indnkeyatts) as k (place)
    ) as parts,
    -- The columns that its expressions and its predicate read, as far as PostgreSQL records them.
    (
        select coalesce(pg_catalog.json_agg(distinct a.attname), '[]')
        from pg_catalog.pg_attribute as a
        where a.attrelid = i.indrelid
            and a.attnum > 0
            and (
                a.attnum = any((i.indkey::smallint[])[0 : i.indnkeyatts - 1])
                or exists (
                    select
                    from pg_catalog.pg_depend as d
                    where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.objid = i.indexrelid
                        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.refobjid = i.indrelid
                        and d.refobjsubid = a.attnum
                )
            )
    ) as columns
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
left join pg_catalog.pg_constraint as x on x.conindid = i.indexrelid and x.contype = 'x'
where i.indrelid = any($1::oid[])
    and (i.indisunique or x.oid is not null)
    and i.indislive
order by i.indrelid, c.relname`,
  leaves: `-- The partitions that rows can go to, each with what a row must fulfil to go there.
select
    r.oid::text as "tableId",
    t.relid::oid::text as id,
    n.nspname as schema,
    c.relname as name,
    pg_catalog.pg_get_partition_constraintdef(t.relid) as expression,
    (
        select coalesce(pg_catalog.json_agg(a.relid::oid::text), '[]')
        from pg_catalog.pg_partition_ancestors(t.relid) as a
        where a.relid <> t.relid and a.relid <> r.oid
    ) as between,
    (
        select pg_catalog.json_agg(distinct a.attname)
        from pg_catalog.pg_partition_ancestors(t.relid) as p
        join pg_catalog.pg_partitioned_table as k on k.partrelid = p.relid
        join pg_catalog.pg_attribute as a on a.attrelid = p.relid and a.attnum > 0 and (
            a.attnum = any(k.partattrs::smallint[])
            or pg_catalog.pg_get_expr(k.partexprs, k.partrelid) like '%' || pg_catalog.quote_ident(a.attname) || '%'
        )
    ) as columns
from pg_catalog.pg_class as r
cross join pg_catalog.pg_partition_tree(r.oid) as t
join pg_catalog.pg_class as c on c.oid = t.relid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where r.oid = any($1::oid[]) and r.relkind = 'p' and t.isleaf and c.relkind = 'r'
order by r.oid, n.nspname, c.relname`,
  middleTables: `-- The partitioned tables that are partitions themselves.
select c.oid::text as id, n.nspname as schema, c.relname as name
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.oid = any($1::oid[])`,
  tables: `-- The tables that get rows of their own: not partitions, and not what belongs to an extension.
select
    c.oid::text as id,
    n.nspname as schema,
    c.relname as name,
    c.oid::pg_catalog.regclass::text as quoted,
    c.relkind = 'p' as partitioned,
    exists (select from pg_catalog.pg_trigger as t where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers",
    (
        select coalesce(pg_catalog.json_agg(a.attname order by k.place), '[]')
        from pg_catalog.pg_constraint as p
        cross join pg_catalog.unnest(p.conkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = k.attnum
        where p.conrelid = c.oid and p.contype = 'p'
    ) as "primaryKey"
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
order by n.nspname, c.relname`,
  tryPlaces: `-- Runs statements that return one array of numbers each; for one that fails, the array is empty.
create function pg_temp.catb_places(statement text)
returns integer[]
language plpgsql
as $$
declare
    found integer[];
begin
    execute statement into found;
    return found;
exception when others then
    return '{}';
end
$$`,
  tryStatement: `-- Runs a statement that returns one text and says what came of it; a failure leaves nothing behind.
create function pg_temp.catb_try(statement text, without_triggers boolean)
returns table (result text, state text, message text, "constraint" text)
language plpgsql
as $$
begin
    if without_triggers then
        set local session_replication_role = replica;
    end if;
    execute statement into result;
    set constraints all immediate;
    set local session_replication_role = origin;
    return next;
exception when others then
    get stacked diagnostics state = returned_sqlstate, message = message_text, "constraint" = constraint_name;
    result := null;
    return next;
end
$$`,
  tryValues: `-- Which of these texts are values of these types.
create function pg_temp.catb_is_value(value text, type text)
returns boolean
language plpgsql
as $$
begin
    execute pg_catalog.format('select cast(%L as %s)', value, type);
    return true;
exception when others then
    return false;
end
$$`,
  types: `-- The types of the columns and all that they are made of.
with recursive used as (
    select distinct a.atttypid as oid
    from pg_catalog.pg_attribute as a
    where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
    union
    select part.oid
    from used as u
    join pg_catalog.pg_type as t on t.oid = u.oid
    left join pg_catalog.pg_range as r on r.rngtypid = t.oid
    left join pg_catalog.pg_range as m on m.rngmultitypid = t.oid
    cross join lateral (
        values (t.typbasetype), (case when t.typcategory = 'A' then t.typelem end), (r.rngsubtype), (m.rngtypid)
        union all
        select a.atttypid
        from pg_catalog.pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as part (oid)
    where part.oid <> 0
)
select
    t.oid::text as id,
    t.typname as name,
    pg_catalog.format_type(t.oid, null) as type,
    t.typtype as kind,
    t.typcategory as category,
    nullif(t.typbasetype, 0)::text as "baseId",
    case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) end as "baseType",
    case when t.typcategory = 'A' then t.typelem::text end as "elementId",
    (select r.rngsubtype::text from pg_catalog.pg_range as r where r.rngtypid = t.oid) as "subtypeId",
    (select r.rngtypid::text from pg_catalog.pg_range as r where r.rngmultitypid = t.oid) as "rangeId",
    (
        select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
    ) as labels,
    (
        select pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'typeId', a.atttypid::text, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod)
            )
            order by a.attnum
        )
        from pg_catalog.pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as attributes,
    (
        select coalesce(pg_catalog.json_agg(pg_catalog.pg_get_constraintdef(k.oid)), '[]')
        from pg_catalog.pg_constraint as k
        where k.contypid = t.oid and k.contype = 'c'
    ) as checks
from used as u
join pg_catalog.pg_type as t on t.oid = u.oid`,
} as const;
