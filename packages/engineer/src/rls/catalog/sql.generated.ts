/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  readColumnRights: `-- Where a role holds a right on some columns only ($1: roles, $2: relations): the columns.
select
    r.name as role,
    c.oid::text as relation,
    v.verb,
    pg_catalog.array_agg(a.attname::text order by a.attnum) as columns
from pg_catalog.unnest($1::text[]) as r (name)
cross join pg_catalog.unnest(array['select', 'insert', 'update']) as v (verb)
join pg_catalog.pg_class as c on c.oid = any ($2::pg_catalog.oid[])
join pg_catalog.pg_attribute as a
    on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where not pg_catalog.has_table_privilege(r.name, c.oid, v.verb)
    and pg_catalog.has_any_column_privilege(r.name, c.oid, v.verb)
    and pg_catalog.has_column_privilege(r.name, c.oid, a.attnum, v.verb)
group by r.name, c.oid, v.verb
order by r.name, c.oid, v.verb`,
  readPolicies: `select
    n.nspname as schema,
    c.relname as table,
    p.polname as name,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
order by n.nspname collate "C", c.relname collate "C", p.polname collate "C"`,
  readRelations: `-- Tables, partitions, views and materialized views that belong to no extension.
select
    c.oid::text as oid,
    pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
    n.nspname as schema,
    c.relname as name,
    case c.relkind
        when 'r' then case when c.relispartition then 'partition' else 'table' end
        when 'p' then 'partitioned table'
        when 'v' then 'view'
        when 'm' then 'materialized view'
        else 'foreign table'
    end as kind,
    c.relowner::pg_catalog.regrole::text as owner,
    c.relrowsecurity as policies_on,
    coalesce(
        (
            select pg_catalog.array_agg(t.relid::pg_catalog.oid::text)
            from pg_catalog.pg_partition_tree(c.oid) as t
            where c.relkind = 'p' and t.isleaf
        ),
        array[c.oid::text]
    ) as leaves,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'name', a.attname,
                    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                    'required', a.attnotnull,
                    'generated', a.attgenerated <> '',
                    'identity', a.attidentity <> '',
                    'unique', exists (
                        select
                        from pg_catalog.pg_index as i
                        where i.indrelid = c.oid
                            and i.indisunique
                            and i.indnkeyatts = 1
                            and i.indkey[0] = a.attnum
                    ),
                    'keyed', exists (
                        select
                        from pg_catalog.pg_index as i
                        where i.indrelid = c.oid
                            and i.indisunique
                            and a.attnum = any (i.indkey::pg_catalog.int2[])
                    ),
                    'checked', exists (
                        select
                        from pg_catalog.pg_constraint as k
                        where k.conrelid = c.oid
                            and k.contype = 'c'
                            and a.attnum = any (k.conkey)
                    ),
                    'partitions', exists (
                        select
                        from pg_catalog.pg_partitioned_table as p
                        join pg_catalog.pg_class as r on r.oid = p.partrelid
                        join pg_catalog.pg_attribute as pa
                            on pa.attrelid = r.oid and pa.attnum = any (p.partattrs::pg_catalog.int2[])
                        where pa.attname = a.attname
                            and r.oid in (
                                select x.relid::pg_catalog.oid
                                from pg_catalog.pg_partition_ancestors(c.oid) as x
                                union all
                                select c.oid
                            )
                    )
                )
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        ),
        '[]'
    ) as columns,
    coalesce(
        (
            select pg_catalog.array_agg(a.attname::text order by pg_catalog.array_position(i.indkey::pg_catalog.int2[], a.attnum))
            from pg_catalog.pg_index as i
            join pg_catalog.pg_attribute as a
                on a.attrelid = c.oid and a.attnum = any (i.indkey::pg_catalog.int2[])
            where i.indrelid = c.oid and i.indisprimary
        ),
        '{}'
    ) as key,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'parent', k.confrelid::text,
                    'columns', (
                        select pg_catalog.jsonb_agg(a.attname order by u.place)
                        from pg_catalog.unnest(k.conkey) with ordinality as u (attnum, place)
                        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = u.attnum
                    ),
                    'parentColumns', (
                        select pg_catalog.jsonb_agg(a.attname order by u.place)
                        from pg_catalog.unnest(k.confkey) with ordinality as u (attnum, place)
                        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = u.attnum
                    )
                )
                order by k.conname
            )
            from pg_catalog.pg_constraint as k
            where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
        ),
        '[]'
    ) as links,
    -- 4: update, 8: insert, 16: delete, as PostgreSQL numbers its commands.
    case when c.relkind = 'v' then pg_catalog.pg_relation_is_updatable(c.oid, true) else 0 end as updatable,
    (
        select d.refobjid::text
        from pg_catalog.pg_rewrite as w
        join pg_catalog.pg_depend as d
            on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
            and d.objid = w.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.refobjid <> c.oid
        where w.ev_class = c.oid and c.relkind = 'v'
        group by d.refobjid
        order by pg_catalog.count(*) desc, d.refobjid
        limit 1
    ) as base,
    case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by n.nspname collate "C", c.relname collate "C"`,
  readRoles: `-- Roles that could be tried: no superuser, none of PostgreSQL's own.
select
    r.rolname as name,
    r.rolbypassrls as bypasses,
    r.rolcanlogin as logs_in,
    exists (
        select
        from (
            select c.relacl as acl, c.relowner as owner from pg_catalog.pg_class as c
            union all
            select p.proacl, p.proowner from pg_catalog.pg_proc as p
            union all
            select a.attacl, c.relowner
            from pg_catalog.pg_attribute as a
            join pg_catalog.pg_class as c on c.oid = a.attrelid
            where a.attacl is not null
        ) as o
        cross join pg_catalog.aclexplode(o.acl) as x
        where x.grantee = r.oid and o.owner <> r.oid
    ) as holds_grants,
    (
        exists (select from pg_catalog.pg_class as c where c.relowner = r.oid and c.oid >= 16384)
        or exists (
            select
            from pg_catalog.pg_database as d
            where d.datdba = r.oid and d.datname = pg_catalog.current_database()
        )
    ) as owns
from pg_catalog.pg_roles as r
where not r.rolsuper and r.rolname !~ '^pg_'
order by r.rolname collate "C"`,
  readRoutines: `-- Every function and procedure that belongs to no extension, with its body: policies call them.
select
    p.oid::text as oid,
    p.oid::pg_catalog.regprocedure::text as object,
    n.nspname as schema,
    p.proname as name,
    pg_catalog.pg_get_function_identity_arguments(p.oid) as signature,
    p.prokind::text as kind,
    l.lanname as language,
    p.prosecdef as definer,
    p.provolatile::text as volatility,
    p.prorettype::pg_catalog.regtype::text as returns,
    p.proowner::pg_catalog.regrole::text as owner,
    p.pronargs - p.pronargdefaults as required,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'name', nullif(p.proargnames[a.place], ''),
                    'type', pg_catalog.format_type(a.type, null),
                    'kind', t.typtype::text,
                    'category', t.typcategory::text,
                    'label', (
                        select e.enumlabel
                        from pg_catalog.pg_enum as e
                        where e.enumtypid = a.type
                        order by e.enumsortorder
                        limit 1
                    ),
                    'mode', coalesce(p.proargmodes[a.place]::text, 'i')
                )
                order by a.place
            )
            from pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
                with ordinality as a (type, place)
            join pg_catalog.pg_type as t on t.oid = a.type
        ),
        '[]'
    ) as arguments,
    coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) as body,
    case when p.prokind in ('f', 'p') then pg_catalog.pg_get_functiondef(p.oid) end as definition
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
join pg_catalog.pg_language as l on l.oid = p.prolang
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and p.prokind in ('f', 'p')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype = 'e'
    )
order by 2`,
} as const;
