/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  readPolicies: `-- Every policy on a table that has row level security on, and whom from outside it concerns.
select
    pg_catalog.format('policy %I on %s', p.polname, r.object) as object,
    p.polname as name,
    r.object as "table",
    p.polrelid::int8 as "tableId",
    p.polpermissive as permissive,
    case p.polcmd
        when 'r' then array['select']
        when 'a' then array['insert']
        when 'w' then array['update']
        when 'd' then array['delete']
        else array['select', 'insert', 'update', 'delete']
    end as verbs,
    array(
        select case named.oid when 0 then 'public' else pg_catalog.pg_get_userbyid(named.oid)::text end
        from pg_catalog.unnest(p.polroles) as named (oid)
    ) as roles,
    -- Outsiders it is for, who also hold a privilege that it governs.
    array(
        select o.name
        from outsiders as o
        where pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
            and (
                0 = any (p.polroles)
                or exists (
                    select
                    from pg_catalog.unnest(p.polroles) as named (oid)
                    where o.role <> 0 and pg_catalog.pg_has_role(o.role, named.oid, 'usage')
                )
            )
            and (
                p.polcmd in ('r', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'select')
                or p.polcmd in ('a', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'insert')
                or p.polcmd in ('w', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'update')
                or p.polcmd in ('d', '*') and pg_catalog.has_table_privilege(o.role, p.polrelid, 'delete')
            )
    ) as outsiders,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "usingText",
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "checkText"
from pg_catalog.pg_policy as p
join relations as r on r.oid = p.polrelid
where r.relrowsecurity
order by r.object, p.polname`,
  readTables: `-- What is to be known of the tables that policies are about: columns, and keys to other tables.
select
    r.oid::int8 as id,
    r.object as name,
    r.relname as relation,
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        order by a.attnum
    ) as columns,
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
        order by a.attnum
    ) as required,
    -- Columns that an outsider may change at all, as far as no trigger compares the new with the old.
    array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = r.oid
            and a.attnum > 0
            and not a.attisdropped
            and a.attgenerated = ''
            and exists (
                select from outsiders as o where pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'update')
            )
            and not exists (
                select
                from pg_catalog.pg_trigger as t
                join pg_catalog.pg_proc as p on p.oid = t.tgfoid
                where t.tgrelid = r.oid
                    and not t.tgisinternal
                    and t.tgenabled in ('O', 'A')
                    -- for each row, before, on update
                    and t.tgtype & 19 = 19
                    and pg_catalog.strpos(pg_catalog.lower(p.prosrc), 'new.' || pg_catalog.lower(a.attname)) > 0
                    and pg_catalog.strpos(pg_catalog.lower(p.prosrc), 'old.' || pg_catalog.lower(a.attname)) > 0
            )
        order by a.attnum
    ) as updatable,
    coalesce(
        (
            select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                'parentId', k.confrelid::int8::text,
                'parent', k.confrelid::pg_catalog.regclass::text,
                'columns', (
                    select pg_catalog.jsonb_agg(a.attname order by key.position)
                    from pg_catalog.unnest(k.conkey) with ordinality as key (number, position)
                    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.number
                )
            ) order by k.conname)
            from pg_catalog.pg_constraint as k
            where k.contype = 'f' and k.conrelid = r.oid and k.conparentid = 0
        ),
        '[]'::pg_catalog.jsonb
    ) as "foreignKeys"
from relations as r
where r.relrowsecurity and r.relkind in ('r', 'p')`,
} as const;
