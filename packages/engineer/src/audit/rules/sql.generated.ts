/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  allStatementsLogged: `select
    null::text as object,
    pg_catalog.format('The server logs the text of statements (log_statement = %s).', s.setting) as message,
    'The values in them are logged with them: what people wrote, and the passwords in create role and alter role.' as detail,
    'alter system set log_statement = ''none''; pg_stat_statements counts statements without their values.' as hint
from pg_catalog.pg_settings as s
where s.name = 'log_statement' and s.setting in ('mod', 'all')`,
  authUsersExposed: `-- Views over views count: what the first one hides, the last one may still show.
select
    v.object,
    pg_catalog.format('%s shows rows of auth.users to %s.', v.object, who.names) as message,
    case v.relkind
        when 'm' then 'A materialized view has no policies: everyone who may read it reads all of it.'
        else 'The view reads auth.users with the rights of its owner, so that no policy of auth.users is asked.'
    end as detail,
    'Revoke select from these roles, or keep a table of your own with the columns that others may see.' as hint
from relations as v
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
) as who
where v.exposed
    and who.names is not null
    and v.relkind in ('v', 'm')
    and exists (
        with recursive reads as (
            select v.oid as view, v.relkind = 'v' and coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false) as invoker
            union
            select
                c.oid,
                reads.invoker and c.relkind = 'v'
                    and coalesce(pg_catalog.array_to_string(c.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)
            from reads
            join pg_catalog.pg_rewrite as w on w.ev_class = reads.view
            join pg_catalog.pg_depend as d
                on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
                and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> reads.view
            join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relkind in ('v', 'm')
        )
        select
        from reads
        join pg_catalog.pg_rewrite as w on w.ev_class = reads.view
        join pg_catalog.pg_depend as d
            on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        join pg_catalog.pg_class as c on c.oid = d.refobjid
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = 'auth' and c.relname = 'users'
            and not (reads.invoker and c.relrowsecurity)
    )`,
  autovacuumOff: `select
    r.object,
    pg_catalog.format('Autovacuum is switched off for %s.', r.object) as message,
    pg_catalog.format(
        'Dead rows stay (%s now), statistics grow old; only the wrap-around of transaction ids forces a vacuum.',
        coalesce(pg_catalog.pg_stat_get_dead_tuples(r.oid), 0)
    ) as detail,
    pg_catalog.format('alter table %s reset (autovacuum_enabled);', r.object) as hint
from relations as r
where r.relkind in ('r', 'm')
    and pg_catalog.array_to_string(r.reloptions, ',') ~* 'autovacuum_enabled=(false|off|no|0)(,|$)'`,
  columnGrantWithoutPolicy: `-- Somebody chose the columns, so somebody meant it; no policy lets a row through.
select
    r.object,
    pg_catalog.format('%s may %s columns of %s, and no policy lets a row through.', g.name, g.verb, r.object) as message,
    pg_catalog.format('Granted on %s.', pg_catalog.string_agg(g.attname, ', ' order by g.attname)) as detail,
    pg_catalog.format('Add a policy for %s, or revoke the grant.', g.verb) as hint
from relations as r
cross join lateral (
    select
        a.attname,
        acl.grantee,
        pg_catalog.lower(acl.privilege_type) as verb,
        case acl.grantee when 0 then 'everyone' else pg_catalog.pg_get_userbyid(acl.grantee)::text end as name
    from pg_catalog.pg_attribute as a
    cross join lateral pg_catalog.aclexplode(a.attacl) as acl
    where a.attrelid = r.oid
        and not a.attisdropped
        and acl.grantee <> r.relowner
        and acl.privilege_type in ('SELECT', 'INSERT', 'UPDATE')
) as g
left join pg_catalog.pg_roles as o on o.oid = g.grantee
where r.relrowsecurity
    and not coalesce(o.rolsuper or o.rolbypassrls, false)
    and exists (select from pg_catalog.pg_policy as p where p.polrelid = r.oid)
    and not exists (
        select
        from pg_catalog.pg_policy as p
        where p.polrelid = r.oid
            and p.polpermissive
            and p.polcmd in ('*', case g.verb when 'select' then 'r' when 'insert' then 'a' else 'w' end)
            and (
                0 = any (p.polroles)
                or g.grantee <> 0
                and exists (
                    select
                    from pg_catalog.unnest(p.polroles) as role (oid)
                    where pg_catalog.pg_has_role(g.grantee, role.oid, 'usage')
                )
            )
    )
group by r.object, g.name, g.verb`,
  constraintNotValidated: `select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('%I on %s is not validated.', k.conname, r.object) as message,
    pg_catalog.format(
        'New rows obey it, older ones were never checked: %s.', pg_catalog.pg_get_constraintdef(k.oid)
    ) as detail,
    pg_catalog.format('alter table %s validate constraint %I;', r.object, k.conname) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
where not k.convalidated
    and k.conparentid = 0
    -- From 18 on a constraint can be off on purpose, and then it is never valid.
    and coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true)`,
  definerFunctionForAnyone: `select
    f.object,
    pg_catalog.format('%s runs with the rights of %I for anyone who calls it.', f.object, pg_catalog.pg_get_userbyid(f.proowner)) as message,
    pg_catalog.format('It is security definer in the exposed schema %I, and %s may execute it without signing in.', f.nspname, who.names) as detail,
    pg_catalog.format('revoke execute on %s %s from public, %s; or accept it with the reason why it is safe.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object, who.names) as hint
from functions as f
cross join lateral (
    select pg_catalog.string_agg(pg_catalog.quote_ident(o.name), ', ' order by o.name) as names
    from outsiders as o
    where o.name <> 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
) as who
where f.prosecdef
    and f.exposed
    and f.prokind in ('f', 'p')
    and not exists (
        select from pg_catalog.pg_proc as p where p.oid = f.oid and p.prorettype in ('trigger'::pg_catalog.regtype, 'event_trigger'::pg_catalog.regtype)
    )
    and who.names is not null`,
  definerFunctionForSignedIn: `-- What anyone may call has a rule of its own, definer-function-for-anyone.
select
    f.object,
    pg_catalog.format('%s runs with the rights of %I for every signed-in user.', f.object, pg_catalog.pg_get_userbyid(f.proowner)) as message,
    pg_catalog.format('It is security definer in the exposed schema %I, and authenticated may execute it.', f.nspname) as detail,
    pg_catalog.format('revoke execute on %s %s from authenticated; or accept it with the reason why it is safe.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
where f.prosecdef
    and f.exposed
    and f.prokind in ('f', 'p')
    and not exists (
        select from pg_catalog.pg_proc as p where p.oid = f.oid and p.prorettype in ('trigger'::pg_catalog.regtype, 'event_trigger'::pg_catalog.regtype)
    )
    and exists (
        select
        from outsiders as o
        where o.name = 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
    )
    and not exists (
        select
        from outsiders as o
        where o.name <> 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
    )`,
  definerOwnedBySuperuser: `select
    f.object,
    pg_catalog.format('%s is security definer, belongs to the superuser %I, and %s may execute it.', f.object, r.rolname, who.names) as message,
    'A mistake in its body is a mistake with every right there is, files and programs of the server too.' as detail,
    pg_catalog.format('alter %s %s owner to a role that has only what the function needs.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
join pg_catalog.pg_roles as r on r.oid = f.proowner
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
        and pg_catalog.has_schema_privilege(o.role, f.pronamespace, 'usage')
) as who
where f.prosecdef and r.rolsuper and who.names is not null`,
  duplicateIndex: `select distinct on (extra.indexrelid)
    pg_catalog.format('%I.%I', r.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is the same index as %I.', x.relname, r.object, y.relname) as message,
    pg_catalog.format(
        'Both: %s. It holds %s.',
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(extra.indexrelid), '^.* USING ', ''),
        pg_catalog.pg_size_pretty(x.relpages * 8192::bigint)
    ) as detail,
    pg_catalog.format('drop index concurrently %I.%I;', r.nspname, x.relname) as hint
from relations as r
join pg_catalog.pg_index as extra on extra.indrelid = r.oid
join pg_catalog.pg_index as kept
    on kept.indrelid = extra.indrelid
    and kept.indexrelid <> extra.indexrelid
    and kept.indkey::int2[] = extra.indkey::int2[]
    and kept.indclass::oid[] = extra.indclass::oid[]
    and kept.indcollation::oid[] = extra.indcollation::oid[]
    and kept.indoption::int2[] = extra.indoption::int2[]
    and kept.indnkeyatts = extra.indnkeyatts
    and kept.indnullsnotdistinct = extra.indnullsnotdistinct
    -- A unique index does the work of a plain one, not the other way round.
    and kept.indisunique >= extra.indisunique
    and (kept.indisprimary, kept.indisunique, kept.indisreplident, -kept.indexrelid::bigint)
        > (extra.indisprimary, extra.indisunique, extra.indisreplident, -extra.indexrelid::bigint)
join pg_catalog.pg_class as x on x.oid = extra.indexrelid
join pg_catalog.pg_class as y on y.oid = kept.indexrelid and y.relam = x.relam
where not extra.indisprimary
    and extra.indisvalid
    and kept.indisvalid
    and not extra.indisexclusion
    and not kept.indisexclusion
    and pg_catalog.pg_get_expr(kept.indexprs, r.oid) is not distinct from pg_catalog.pg_get_expr(extra.indexprs, r.oid)
    and pg_catalog.pg_get_expr(kept.indpred, r.oid) is not distinct from pg_catalog.pg_get_expr(extra.indpred, r.oid)
order by extra.indexrelid, kept.indisprimary desc, kept.indisunique desc, kept.indexrelid`,
  extensionInPublic: `select
    pg_catalog.quote_ident(e.extname) as object,
    pg_catalog.format('Extension %I is installed in the exposed schema %I.', e.extname, s.nspname) as message,
    'Its functions can be called from outside, and its names stand in the way of yours.' as detail,
    case when e.extrelocatable
        then pg_catalog.format('alter extension %I set schema extensions;', e.extname)
        else pg_catalog.format('It can not be moved: drop extension %1$I; create extension %1$I schema extensions;', e.extname)
    end as hint
from pg_catalog.pg_extension as e
join schemas as s on s.oid = e.extnamespace
where s.exposed and e.extname <> 'plpgsql'`,
  extensionOutdated: `select
    pg_catalog.quote_ident(a.name) as object,
    pg_catalog.format('Extension %I is at %s; the server has %s.', a.name, a.installed_version, a.default_version) as message,
    'What was mended in between, faults of security too, is not in use.' as detail,
    pg_catalog.format('alter extension %I update;', a.name) as hint
from pg_catalog.pg_available_extensions as a
where a.installed_version <> a.default_version
    and exists (
        select from pg_catalog.pg_available_extension_versions as v where v.name = a.name and v.installed
    )`,
  foreignKeyToAuthUnique: `select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('%s refers to a column of %s that is no primary key.', r.object, k.confrelid::pg_catalog.regclass) as message,
    'The schema auth belongs to Supabase: only its primary keys are promised to stay, other unique indexes come and go with its releases.' as detail,
    pg_catalog.format(
        'alter table %s drop constraint %I; and refer to the primary key.', r.object, k.conname
    ) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
join pg_catalog.pg_class as t on t.oid = k.confrelid
join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
join pg_catalog.pg_index as i on i.indexrelid = k.conindid
where k.contype = 'f'
    and n.nspname = 'auth'
    and r.nspname <> 'auth'
    and not i.indisprimary`,
  foreignKeyTypeMismatch: `select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format(
        '%s.%I is %s and refers to %s.', r.object, a.attname,
        pg_catalog.format_type(a.atttypid, null), pg_catalog.format_type(b.atttypid, null)
    ) as message,
    'The narrower side ends first: its inserts fail while the other goes on.' as detail,
    pg_catalog.format('alter table %s alter column %I type %s;', r.object, a.attname, pg_catalog.format_type(b.atttypid, null)) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
cross join lateral rows from (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey)) as key (mine, theirs)
join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.mine
join pg_catalog.pg_attribute as b on b.attrelid = k.confrelid and b.attnum = key.theirs
where k.contype = 'f'
    and k.conparentid = 0
    and a.atttypid <> b.atttypid
    and a.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)
    and b.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)`,
  foreignTableExposed: `select
    r.object,
    pg_catalog.format('Foreign table %s can be used by %s.', r.object, who.names) as message,
    pg_catalog.format(
        'Row level security does not work on a foreign table; the other side (%I) sees one user for everyone.',
        (
            select s.srvname
            from pg_catalog.pg_foreign_table as t
            join pg_catalog.pg_foreign_server as s on s.oid = t.ftserver
            where t.ftrelid = r.oid
        )
    ) as detail,
    pg_catalog.format('Move it out of the exposed schemas, or revoke all on %s from %s.', r.object, who.names) as hint
from relations as r
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select, insert, update')
        or pg_catalog.has_table_privilege(o.role, r.oid, 'delete')
) as who
where r.exposed and r.relkind = 'f' and who.names is not null`,
  invalidIndex: `select
    pg_catalog.format('%I.%I', n.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is invalid.', x.relname, r.object) as message,
    pg_catalog.format(
        'A concurrent build did not finish. No query uses it, every write keeps it up%s.',
        case when i.indisunique then ', and it promises no uniqueness' else '' end
    ) as detail,
    pg_catalog.format('reindex index concurrently %1$I.%2$I; or drop index concurrently %1$I.%2$I;', n.nspname, x.relname) as hint
from pg_catalog.pg_index as i
join pg_catalog.pg_class as x on x.oid = i.indexrelid and x.relkind = 'i'
join pg_catalog.pg_namespace as n on n.oid = x.relnamespace
join relations as r on r.oid = i.indrelid
where not i.indisvalid
    and not exists (
        select from pg_catalog.pg_stat_progress_create_index as b where b.index_relid = i.indexrelid
    )`,
  materializedViewExposed: `select
    r.object,
    pg_catalog.format('Materialized view %s can be read by %s.', r.object, who.names) as message,
    'A materialized view has no policies: it was filled with the rights of its owner, and shows everything to everyone.' as detail,
    pg_catalog.format('revoke all on %s from %s; and read it through a function that filters.', r.object, who.list) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(o.name, ', ' order by o.name) as names,
        pg_catalog.string_agg(case o.role when 0 then 'public' else pg_catalog.quote_ident(o.name) end, ', ' order by o.name) as list
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select')
) as who
where r.exposed and r.relkind = 'm' and who.names is not null`,
  mutableSearchPath: `-- A body that was parsed when it was created (begin atomic) has its names resolved already.
select
    f.object,
    pg_catalog.format('%s finds its names through the caller''s search_path.', f.object) as message,
    case when f.prosecdef
        then 'It is security definer: whoever can create an object in a schema of that path has it run with the owner''s rights.'
        else 'It works or fails with the settings of who calls it: in a trigger, an index or a restore that is somebody else.'
    end as detail,
    pg_catalog.format('Name everything in its body with its schema, then: alter %s %s set search_path = '''';', case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
where f.prokind in ('f', 'p')
    and f.lanname not in ('c', 'internal')
    and not f.has_sql_body
    and not exists (
        select from pg_catalog.unnest(f.proconfig) as c (setting) where c.setting like 'search\\_path=%'
    )`,
  noPrimaryKey: `select
    r.object,
    pg_catalog.format('%s has no primary key.', r.object) as message,
    'Two equal rows can not be told apart: no update by key, no upsert, no logical replication of updates.' as detail,
    coalesce(
        (
            select pg_catalog.format('alter table %s add primary key using index %I;', r.object, i.indexrelid::pg_catalog.regclass)
            from pg_catalog.pg_index as i
            where i.indrelid = r.oid and i.indisreplident
            limit 1
        ),
        'Make the columns that identify a row its primary key, or add one that is generated always as identity.'
    ) as hint
from relations as r
where r.relkind in ('r', 'p')
    and not r.relispartition
    and not exists (select from pg_catalog.pg_index as i where i.indrelid = r.oid and i.indisprimary)`,
  outsiderBypassesRls: `select
    pg_catalog.quote_ident(o.name) as object,
    pg_catalog.format('Role %I passes every policy.', o.name) as message,
    case
        when r.rolsuper then 'It is a superuser.'
        when r.rolbypassrls then 'It has BYPASSRLS.'
        else pg_catalog.format('It acts with the rights of %s.', master.names)
    end as detail,
    case
        when r.rolsuper or r.rolbypassrls then pg_catalog.format('alter role %I nosuperuser nobypassrls;', o.name)
        else pg_catalog.format('revoke %s from %I;', master.names, o.name)
    end as hint
from outsiders as o
join pg_catalog.pg_roles as r on r.oid = o.role
cross join lateral (
    select pg_catalog.string_agg(m.rolname, ', ' order by m.rolname) as names
    from pg_catalog.pg_roles as m
    where (m.rolsuper or m.rolbypassrls or m.rolname in ('pg_read_all_data', 'pg_write_all_data'))
        and m.oid <> r.oid
        and pg_catalog.pg_has_role(r.oid, m.oid, 'member')
) as master
where r.rolsuper or r.rolbypassrls or master.names is not null`,
  overlappingIndex: `-- The shorter index is a prefix of the longer: same columns in the same order, same operators.
select distinct on (short.indexrelid)
    pg_catalog.format('%I.%I', r.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is the beginning of %I.', x.relname, r.object, y.relname) as message,
    pg_catalog.format(
        '%s begins %s.',
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(long.indexrelid), '^.* USING ', ''),
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(short.indexrelid), '^.* USING ', 'as ')
    ) as detail,
    pg_catalog.format(
        'Unless it is needed for being smaller: drop index concurrently %I.%I;', r.nspname, x.relname
    ) as hint
from relations as r
join pg_catalog.pg_index as short on short.indrelid = r.oid
join pg_catalog.pg_index as long
    on long.indrelid = short.indrelid
    and long.indnkeyatts > short.indnkeyatts
    and (long.indkey::int2[])[0:short.indnkeyatts - 1] = (short.indkey::int2[])[0:short.indnkeyatts - 1]
    and (long.indclass::oid[])[0:short.indnkeyatts - 1] = (short.indclass::oid[])[0:short.indnkeyatts - 1]
    and (long.indcollation::oid[])[0:short.indnkeyatts - 1] = (short.indcollation::oid[])[0:short.indnkeyatts - 1]
    and (long.indoption::int2[])[0:short.indnkeyatts - 1] = (short.indoption::int2[])[0:short.indnkeyatts - 1]
    and (long.indkey::int2[]) @> (short.indkey::int2[])
join pg_catalog.pg_class as x on x.oid = short.indexrelid
join pg_catalog.pg_class as y on y.oid = long.indexrelid and y.relam = x.relam
where x.relam = (select m.oid from pg_catalog.pg_am as m where m.amname = 'btree')
    and not short.indisunique
    and not short.indisreplident
    and short.indisvalid
    and long.indisvalid
    and short.indexprs is null
    and long.indexprs is null
    and (
        short.indpred is null and long.indpred is null
        or pg_catalog.pg_get_expr(short.indpred, r.oid) = pg_catalog.pg_get_expr(long.indpred, r.oid)
    )
order by short.indexrelid, long.indnkeyatts`,
  policiesWithoutRls: `select
    r.object,
    pg_catalog.format('%s has policies, and row level security is off.', r.object) as message,
    pg_catalog.format(
        'Nobody asks %s.', pg_catalog.string_agg(pg_catalog.format('"%s"', p.polname), ', ' order by p.polname)
    ) as detail,
    pg_catalog.format('alter table %s enable row level security;', r.object) as hint
from relations as r
join pg_catalog.pg_policy as p on p.polrelid = r.oid
where not r.relrowsecurity
group by r.object`,
  privilegedColumnWritable: `-- Policies choose rows, never columns: who may update his own row may set every column he was granted.
select
    pg_catalog.format('%s.%I', r.object, a.attname) as object,
    pg_catalog.format('%s may set %I on a row of %s that is their own.', who.names, a.attname, r.object) as message,
    'An update policy lets them at the row, and their grant covers this column: they can promote themselves.' as detail,
    pg_catalog.format(
        'revoke update on %1$s from %2$s; then grant update (the columns that are theirs to change) on %1$s to %2$s.',
        r.object, who.names
    ) as hint
from relations as r
join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'update')
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
        and exists (
            select
            from pg_catalog.pg_policy as p
            where p.polrelid = r.oid
                and p.polpermissive
                and p.polcmd in ('w', '*')
                and pg_catalog.pg_get_expr(p.polqual, p.polrelid) <> 'false'
                and (
                    0 = any (p.polroles)
                    or exists (
                        select
                        from pg_catalog.unnest(p.polroles) as role (oid)
                        where o.role <> 0 and pg_catalog.pg_has_role(o.role, role.oid, 'usage')
                    )
                )
                -- A policy that itself asks the column pins it.
                and pg_catalog.strpos(coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), ''), a.attname) = 0
        )
) as who
where r.exposed
    and r.relrowsecurity
    and who.names is not null
    and (
        pg_catalog.lower(a.attname) ~ (
            '^(is_?(admin|superuser|staff|moderator|verified|banned|paid)|user_role|app_role|subscription_tier|'
            'credit_balance|banned_until)$'
        )
        -- These say it of a person only where the table is about people: a message has a role, too.
        or pg_catalog.lower(a.attname) ~ '^(admin|role|roles|permissions|plan|credits?|balance|quota)$'
        and pg_catalog.lower(r.relname) ~ '(user|profile|member|account|person|people|customer|staff|employee|tenant|wallet)'
    )`,
  queueExposed: `-- pgmq keeps a queue in a table; its functions in pgmq_public reach it with the caller's rights.
select
    c.oid::pg_catalog.regclass::text as object,
    pg_catalog.format('Queue %s is open to %s.', c.oid::pg_catalog.regclass, who.names) as message,
    'The schema pgmq_public is exposed and row level security is off on the queue''s table.' as detail,
    pg_catalog.format('alter table %s enable row level security;', c.oid::pg_catalog.regclass) as hint
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_table_privilege(o.role, c.oid, 'select')
) as who
where n.nspname = 'pgmq'
    and 'pgmq_public' = any ($1::pg_catalog.text[])
    and c.relkind in ('r', 'p')
    and c.relname like 'q\\_%'
    and not c.relrowsecurity
    and who.names is not null`,
  rlsDisabled: `select
    r.object,
    pg_catalog.format('%s is open to %s: row level security is off.', r.object, who.names) as message,
    pg_catalog.format(
        '%s in the exposed schema %I; they may %s.%s',
        case when r.relispartition then 'A partition' else 'A table' end,
        r.nspname,
        who.verbs,
        case when r.relispartition then ' The policies of the parent are not asked when a partition is named.' else '' end
    ) as detail,
    pg_catalog.format('alter table %s enable row level security; then a policy for what they may do.', r.object) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(distinct o.name, ', ') as names,
        pg_catalog.string_agg(distinct v.verb, ', ') as verbs
    from outsiders as o
    cross join (values ('select'), ('insert'), ('update'), ('delete')) as v (verb)
    where case v.verb
            when 'delete' then pg_catalog.has_table_privilege(o.role, r.oid, v.verb)
            else pg_catalog.has_any_column_privilege(o.role, r.oid, v.verb)
        end
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
) as who
where r.exposed
    and r.relkind in ('r', 'p')
    and not r.relrowsecurity
    and who.names is not null`,
  rlsWithoutPolicy: `-- A grant says that somebody was meant to get in.
select
    r.object,
    pg_catalog.format('%s has row level security on and no policy.', r.object) as message,
    pg_catalog.format('%s may use it, and will find every row hidden and every write refused.', who.names) as detail,
    'Add a policy for what they may do, or revoke their privileges so that the refusal is an error.' as hint
from relations as r
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select, insert, update')
        or pg_catalog.has_table_privilege(o.role, r.oid, 'delete')
) as who
where r.relrowsecurity
    and who.names is not null
    and not exists (select from pg_catalog.pg_policy as p where p.polrelid = r.oid)`,
  schemaOpenToCreation: `select
    pg_catalog.quote_ident(s.nspname) as object,
    pg_catalog.format('%s may create objects in schema %I.', pg_catalog.string_agg(o.name, ', ' order by o.name), s.nspname) as message,
    'A function or table put there is found by everyone who has the schema in the search_path, before or instead of the real one.' as detail,
    pg_catalog.format('revoke create on schema %I from public, %s;', s.nspname, pg_catalog.string_agg(pg_catalog.quote_ident(o.name), ', ' order by o.name)) as hint
from schemas as s
join outsiders as o on pg_catalog.has_schema_privilege(o.role, s.oid, 'create')
where s.nspowner <> o.role
group by s.nspname`,
  securityDefinerView: `-- Only what the view adds: tables that these roles could not read by themselves.
select
    v.object,
    pg_catalog.format('%s reads with its owner''s rights what %s may not read.', v.object, who.names) as message,
    pg_catalog.format(
        'It is owned by %s and has no security_invoker; behind it: %s.', pg_catalog.pg_get_userbyid(v.relowner), who.hidden
    ) as detail,
    pg_catalog.format('alter view %s set (security_invoker = true);', v.object) as hint
from relations as v
cross join lateral (
    select
        pg_catalog.string_agg(distinct o.name, ', ') as names,
        pg_catalog.string_agg(distinct c.oid::pg_catalog.regclass::text, ', ') as hidden
    from outsiders as o
    join pg_catalog.pg_rewrite as w on w.ev_class = v.oid
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> v.oid
    join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relkind in ('r', 'p', 'v', 'm', 'f')
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
        and n.nspname not in ('pg_catalog', 'information_schema')
        and not c.relrowsecurity
        and not (
            pg_catalog.has_schema_privilege(o.role, n.oid, 'usage')
            and case d.refobjsubid
                when 0 then pg_catalog.has_any_column_privilege(o.role, c.oid, 'select')
                else pg_catalog.has_column_privilege(o.role, c.oid, d.refobjsubid::int2, 'select')
            end
        )
) as who
where v.relkind = 'v'
    and v.exposed
    and who.names is not null
    and not coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)`,
  securityInvokerLost: `-- A view without security_invoker asks the policies for its owner, not for who reads.
select
    v.object,
    pg_catalog.format('%s shows rows past the policies of %s.', v.object, hidden.tables) as message,
    pg_catalog.format(
        'Its owner %s passes those policies, and %s may read the view.',
        pg_catalog.pg_get_userbyid(v.relowner), readers.names
    ) as detail,
    pg_catalog.format('alter view %s set (security_invoker = true);', v.object) as hint
from relations as v
cross join lateral (
    select pg_catalog.string_agg(distinct c.oid::pg_catalog.regclass::text, ', ') as tables
    from pg_catalog.pg_rewrite as w
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = w.oid
        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> v.oid
    join pg_catalog.pg_class as c on c.oid = d.refobjid and c.relrowsecurity
    join pg_catalog.pg_roles as o on o.oid = v.relowner
    where w.ev_class = v.oid
        and (
            o.rolsuper
            or o.rolbypassrls
            or not c.relforcerowsecurity and pg_catalog.pg_has_role(v.relowner, c.relowner, 'usage')
        )
) as hidden
cross join lateral (
    select pg_catalog.string_agg(distinct reader.name, ', ') as names
    from (
        select o.name::text
        from outsiders as o
        where pg_catalog.has_any_column_privilege(o.role, v.oid, 'select')
        union all
        select coalesce(g.rolname::text, 'everyone')
        from pg_catalog.aclexplode(v.relacl) as a
        left join pg_catalog.pg_roles as g on g.oid = a.grantee
        where a.privilege_type = 'SELECT'
            and a.grantee <> v.relowner
            and not coalesce(g.rolsuper or g.rolbypassrls, false)
    ) as reader (name)
) as readers
where v.relkind = 'v'
    and hidden.tables is not null
    and readers.names is not null
    and not coalesce(pg_catalog.array_to_string(v.reloptions, ',') ~* 'security_invoker=(true|on|yes|1)', false)`,
  sensitiveColumnExposed: `-- Open means: no policies, or one that lets every row through.
select
    r.object,
    pg_catalog.format('%s shows %s to %s.', r.object, hidden.columns, hidden.names) as message,
    case when r.relrowsecurity
        then 'A policy with using (true) lets these roles read every row, and they may read these columns.'
        else 'Row level security is off, and these roles may read these columns of every row.'
    end as detail,
    pg_catalog.format('revoke select on %s from %s; then grant select on the columns that they need.', r.object, hidden.names) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(distinct a.attname, ', ') as columns,
        pg_catalog.string_agg(distinct o.name, ', ') as names
    from pg_catalog.pg_attribute as a
    cross join outsiders as o
    where a.attrelid = r.oid
        and a.attnum > 0
        and not a.attisdropped
        and pg_catalog.replace(pg_catalog.lower(a.attname), '-', '_') ~ (
            '^(user_|encrypted_|hashed_|customer_|patient_|stripe_|access_|refresh_|session_|reset_|client_|recovery_)?'
            '(password|password_hash|passwd|pwd|passphrase|secret|secret_key|private_key|api_?key|token|token_hash|jwt|otp|otp_secret|'
            'totp_secret|backup_codes?|ssn|social_security(_number)?|passport(_number|_id)?|national_id|tax_id|'
            'drivers?_licen[cs]e|credit_card(_number)?|card_number|cvv|cvc|bank_account|account_number|'
            'routing_number|iban|swift_code|medical_record(_number)?|health_record|insurance_number|diagnosis|'
            'mac_address|imei|pgp_key|gpg_key|ssh_key|date_of_birth)$'
        )
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
        and pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'select')
        and (
            not r.relrowsecurity
            or exists (
                select
                from pg_catalog.pg_policy as p
                where p.polrelid = r.oid
                    and p.polpermissive
                    and p.polcmd in ('r', '*')
                    and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true'
                    and (0 = any (p.polroles) or o.role = any (p.polroles))
            )
        )
) as hidden
where r.exposed
    and r.relkind in ('r', 'p', 'f', 'm')
    and hidden.columns is not null`,
  sequenceNearEnd: `-- The end is the sequence's own, or that of the column it fills, whichever comes first.
select
    pg_catalog.format('%I.%I', q.schemaname, q.sequencename) as object,
    pg_catalog.format(
        '%I.%I has used %s%% of its numbers.', q.schemaname, q.sequencename,
        pg_catalog.floor(100 * q.last_value::numeric / ending.last)
    ) as message,
    pg_catalog.format(
        'At %s of %s%s. After that every insert fails.',
        q.last_value, ending.last,
        ', the end of ' || ending.relation || '.' || pg_catalog.quote_ident(ending.attname) || ', a column of type ' || ending.type
    ) as detail,
    coalesce(
        'Move ' || ending.relation || '.' || pg_catalog.quote_ident(ending.attname)
            || ' to bigint: a new column kept up by a trigger, filled in batches, then swapped.',
        pg_catalog.format('alter sequence %I.%I as bigint no maxvalue;', q.schemaname, q.sequencename)
    ) as hint
from pg_catalog.pg_sequences as q
join schemas as s on s.nspname = q.schemaname
join pg_catalog.pg_class as c on c.relnamespace = s.oid and c.relname = q.sequencename and c.relkind = 'S'
cross join lateral (
    select
        least(q.max_value, limits.last)::numeric as last,
        limits.relation,
        limits.attname,
        limits.type
    from (select) as always
    left join lateral (
        select
            case a.atttypid
                when 'pg_catalog.int2'::pg_catalog.regtype then 32767
                else 2147483647
            end::bigint as last,
            a.attrelid::pg_catalog.regclass::text as relation,
            a.attname,
            pg_catalog.format_type(a.atttypid, null) as type
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype in ('a', 'i')
            and a.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype)
    ) as limits on true
) as ending
where not q.cycle
    and q.increment_by > 0
    and q.last_value >= 0.7 * ending.last`,
  severalPermissivePolicies: `with applied as (
    select distinct p.oid, p.polname, p.polrelid, verb.name as verb, role.oid as role
    from pg_catalog.pg_policy as p
    cross join lateral pg_catalog.unnest(
        case p.polcmd
            when 'r' then array['select']
            when 'a' then array['insert']
            when 'w' then array['update']
            when 'd' then array['delete']
            else array['select', 'insert', 'update', 'delete']
        end
    ) as verb (name)
    -- A policy for everyone meets the roles that another one names, and the outsiders.
    cross join lateral (
        select named.oid
        from pg_catalog.unnest(p.polroles) as named (oid)
        where named.oid <> 0
        union
        select o.role from outsiders as o where 0 = any (p.polroles)
        union
        select named.oid
        from pg_catalog.pg_policy as other
        cross join lateral pg_catalog.unnest(other.polroles) as named (oid)
        where 0 = any (p.polroles) and other.polrelid = p.polrelid and named.oid <> 0
    ) as role
    where p.polpermissive
        and not exists (
            select from pg_catalog.pg_roles as b where b.oid = role.oid and (b.rolsuper or b.rolbypassrls)
        )
),
met as (
    select
        a.polrelid,
        a.role,
        a.verb,
        pg_catalog.array_agg(pg_catalog.format('"%s"', a.polname) order by a.polname) as policies
    from applied as a
    group by a.polrelid, a.role, a.verb
    having pg_catalog.count(*) > 1
)
select
    r.object,
    pg_catalog.format('%s has several permissive policies for the same role and verb.', r.object) as message,
    pg_catalog.format(
        'All are asked for every row, joined by OR: %s.', pg_catalog.string_agg(m.line, '; ' order by m.line)
    ) as detail,
    'Make them one policy with OR inside, or give each a role or a verb of its own.' as hint
from (
    select
        met.polrelid,
        pg_catalog.format(
            '%s by %s: %s',
            pg_catalog.string_agg(met.verb, ', ' order by met.verb),
            case met.role when 0 then 'everyone' else pg_catalog.pg_get_userbyid(met.role)::text end,
            pg_catalog.array_to_string(met.policies, ', ')
        ) as line
    from met
    group by met.polrelid, met.policies, met.role
) as m
join relations as r on r.oid = m.polrelid
where r.relrowsecurity
group by r.object`,
  tableBloat: `-- What the rows would take, from the statistics of ANALYZE, beside what the table takes.
with estimated as (
    select
        r.object,
        r.relpages,
        r.reltuples,
        pg_catalog.sum((1 - s.null_frac) * s.avg_width) + 28 as row_bytes,
        pg_catalog.count(s.attname) as known,
        (
            select pg_catalog.count(*)
            from pg_catalog.pg_attribute as a
            where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        ) as columns,
        coalesce(
            (
                select pg_catalog.substr(o.option, 12)::int
                from pg_catalog.unnest(r.reloptions) as o (option)
                where o.option like 'fillfactor=%'
            ),
            100
        ) as fillfactor
    from relations as r
    join pg_catalog.pg_stats as s on s.schemaname = r.nspname and s.tablename = r.relname and not s.inherited
    where r.relkind = 'r' and r.relpages >= 1280
    group by r.oid, r.object, r.relpages, r.reltuples, r.reloptions
),
judged as (
    -- 8192 less the page's header; an eighth is allowed for padding between columns.
    select e.*, pg_catalog.ceil(e.reltuples * e.row_bytes * 1.125 / (8168 * e.fillfactor / 100.0)) as needed
    from estimated as e
    where e.known = e.columns
)
select
    j.object,
    pg_catalog.format(
        '%s is %s%% empty space.', j.object, pg_catalog.round(100 * (1 - j.needed / j.relpages))
    ) as message,
    pg_catalog.format(
        '%s on disk, about %s needed for %s rows of %s bytes; estimated from the statistics.',
        pg_catalog.pg_size_pretty(j.relpages::bigint * 8192),
        pg_catalog.pg_size_pretty(j.needed::bigint * 8192),
        j.reltuples::bigint,
        pg_catalog.round(j.row_bytes)
    ) as detail,
    'If it grows on: let autovacuum run more often on it. To give the space back: pg_repack, or vacuum full in a quiet hour (it locks the table).' as hint
from judged as j
where j.needed < j.relpages * 0.5
    and (j.relpages - j.needed) * 8192 >= 20 * 1024 * 1024`,
  transactionIdAge: `-- At 2,147 million PostgreSQL stops taking writes; autovacuum freezes long before, if it can.
select
    r.object,
    pg_catalog.format('%s has not been frozen for %s million transactions.', r.object, age.now / 1000000) as message,
    pg_catalog.format(
        'Autovacuum was due at %s million. At 2,147 million the server takes no more writes.',
        pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint / 1000000
    ) as detail,
    pg_catalog.format(
        'Look for what holds the horizon back (old transactions, replication slots, prepared transactions), then: vacuum (freeze) %s;',
        r.object
    ) as hint
from relations as r
cross join lateral (select pg_catalog.age(r.relfrozenxid)::bigint as now) as age
where r.relkind in ('r', 'm')
    and r.relfrozenxid <> '0'::pg_catalog.xid
    and age.now > least(pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint * 2, 1000000000)`,
  triggerDisabled: `select
    pg_catalog.format('trigger %I on %s', t.tgname, r.object) as object,
    case when t.tgisinternal
        then pg_catalog.format('Foreign keys of %s are not checked.', r.object)
        else pg_catalog.format('Trigger %I on %s is disabled.', t.tgname, r.object)
    end as message,
    'It was switched off, for a load or a repair, and not on again.' as detail,
    pg_catalog.format('alter table %s enable trigger %s;', r.object, case when t.tgisinternal then 'all' else pg_catalog.quote_ident(t.tgname) end) as hint
from pg_catalog.pg_trigger as t
join relations as r on r.oid = t.tgrelid
where t.tgenabled = 'D'
    and t.tgparentid = 0
    -- One finding for a table whose keys are off, not one for each of their triggers.
    and (
        not t.tgisinternal
        or t.oid = (select pg_catalog.min(o.oid) from pg_catalog.pg_trigger as o where o.tgrelid = t.tgrelid and o.tgisinternal and o.tgenabled = 'D')
    )`,
  unindexedForeignKey: `-- An index serves when its first columns are the key's, in any order, and it covers every row that
-- has a value there.
select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('Foreign key (%s) of %s has no index.', columns.list, r.object) as message,
    pg_catalog.format(
        'Every delete from %s, and every update of its key, reads all of %s (about %s rows).',
        k.confrelid::pg_catalog.regclass, r.object, greatest(r.reltuples, 0)::bigint
    ) as detail,
    pg_catalog.format('create index concurrently on %s (%s);', r.object, columns.list) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
cross join lateral (
    select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by key.position) as list
    from pg_catalog.unnest(k.conkey) with ordinality as key (number, position)
    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.number
) as columns
where k.contype = 'f'
    and k.conparentid = 0
    and not exists (
        select
        from pg_catalog.pg_index as i
        where i.indrelid = k.conrelid
            and i.indisvalid
            and (i.indkey::int2[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey
            and (
                i.indpred is null
                or pg_catalog.pg_get_expr(i.indpred, i.indrelid) in (
                    select pg_catalog.format('(%I IS NOT NULL)', a.attname)
                    from pg_catalog.pg_attribute as a
                    where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                )
            )
    )`,
  unloggedTable: `select
    r.object,
    pg_catalog.format('%s is unlogged.', r.object) as message,
    'After a crash it is empty, a replica never has it, and a backup of the files has none of it.' as detail,
    pg_catalog.format('If its rows are worth keeping: alter table %s set logged;', r.object) as hint
from relations as r
where r.relkind in ('r', 'p', 'm') and r.relpersistence = 'u'`,
  unsafeSearchPath: `-- pg_temp is searched first for tables and types unless it is named; a caller can always create there.
with pinned as (
    select f.*, p.place, pg_catalog.btrim(p.part, ' "') as part
    from functions as f
    cross join lateral pg_catalog.unnest(f.proconfig) as c (setting)
    cross join lateral pg_catalog.string_to_table(pg_catalog.substr(c.setting, 13), ',')
        with ordinality as p (part, place)
    where f.prosecdef and c.setting like 'search\\_path=%'
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
    )`,
  unusedIndex: `-- Only where the counters have something to say: the table is read a lot, and the index is not small.
select
    pg_catalog.format('%I.%I', s.schemaname, s.indexrelname) as object,
    pg_catalog.format('%I on %s was never used.', s.indexrelname, r.object) as message,
    pg_catalog.format(
        '%s, 0 scans, while the table was read %s times since %s. Every write pays for it.',
        pg_catalog.pg_size_pretty(x.relpages * 8192::bigint),
        t.seq_scan + coalesce(t.idx_scan, 0),
        coalesce(
            (
                select pg_catalog.to_char(d.stats_reset, 'YYYY-MM-DD')
                from pg_catalog.pg_stat_database as d
                where d.datname = pg_catalog.current_database()
            ),
            'the server was made'
        )
    ) as detail,
    pg_catalog.format('If no replica and no monthly job uses it: drop index concurrently %I.%I;', s.schemaname, s.indexrelname) as hint
from pg_catalog.pg_stat_user_indexes as s
join pg_catalog.pg_stat_user_tables as t on t.relid = s.relid
join relations as r on r.oid = s.relid
join pg_catalog.pg_index as i on i.indexrelid = s.indexrelid
join pg_catalog.pg_class as x on x.oid = s.indexrelid
where s.idx_scan = 0
    and not i.indisunique
    and not i.indisexclusion
    and t.seq_scan + coalesce(t.idx_scan, 0) >= 1000
    -- As of the last vacuum: asking for the size itself would wait for locks.
    and x.relpages >= 128
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.contype = 'f'
            and k.conrelid = s.relid
            and (i.indkey::int2[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey
    )`,
  upgradeBlockingType: `-- pg_upgrade keeps no OIDs of what these types point at; aclitem changed its size in 16.
with recursive blocking as (
    select t.oid, t.typname::text as name
    from pg_catalog.pg_type as t
    where t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace
        and t.typname in (
            'regcollation', 'regconfig', 'regdictionary', 'regnamespace', 'regoper', 'regoperator', 'regproc',
            'regprocedure', 'aclitem', 'gtsvector'
        )
    union
    select container.oid, blocking.name
    from blocking
    cross join lateral (
        select t.oid
        from pg_catalog.pg_type as t
        where t.typbasetype = blocking.oid or (t.typelem = blocking.oid and t.typcategory = 'A')
        union all
        select c.reltype
        from pg_catalog.pg_attribute as a
        join pg_catalog.pg_class as c on c.oid = a.attrelid
        where a.atttypid = blocking.oid and c.relkind = 'c' and not a.attisdropped
    ) as container
)
select
    pg_catalog.format('%s.%I', r.object, a.attname) as object,
    pg_catalog.format('Column %I of %s has a type that pg_upgrade refuses: %s.', a.attname, r.object, b.name) as message,
    'The next major version can not be reached by pg_upgrade while a table stores this type.' as detail,
    pg_catalog.format('alter table %s alter column %I type text;', r.object, a.attname) as hint
from relations as r
join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
join blocking as b on b.oid = a.atttypid
where r.relkind in ('r', 'p', 'm')`,
} as const;
