/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  activityDatabase: `-- The database's own figures, and the age of its oldest transaction id: past two thousand million
-- PostgreSQL stops taking writes.
select
    pg_catalog.age(d.datfrozenxid)::float8 as "xidAge",
    pg_catalog.mxid_age(d.datminmxid)::float8 as "multixactAge",
    pg_catalog.current_setting('autovacuum_freeze_max_age')::float8 as "freezeMaxAge",
    (s.blks_hit::float8 / nullif(s.blks_hit + s.blks_read, 0))::float8 as "cacheHitRatio",
    s.deadlocks::float8 as deadlocks,
    s.temp_bytes::float8 as "temporaryBytes",
    s.xact_commit::float8 as commits,
    s.xact_rollback::float8 as rollbacks,
    pg_catalog.current_setting('max_connections')::integer as "maxConnections",
    (
        pg_catalog.pg_has_role('pg_read_all_stats', 'usage')
        or (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user)
    ) as "seesOthers"
from pg_catalog.pg_database as d
join pg_catalog.pg_stat_database as s on s.datid = d.oid
where d.datname = pg_catalog.current_database()`,
  activityLocks: `-- Who waits for whom, and for what.
select
    l.pid,
    a.usename as role,
    l.mode,
    case
        when l.relation is not null then pg_catalog.format('%I.%I', n.nspname, c.relname)
        else l.locktype
    end as "waitsFor",
    extract(epoch from pg_catalog.clock_timestamp() - l.waitstart)::float8 as seconds,
    pg_catalog.pg_blocking_pids(l.pid) as "blockedBy"
from pg_catalog.pg_locks as l
left join pg_catalog.pg_stat_activity as a on a.pid = l.pid
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not l.granted
    and (a.datname = pg_catalog.current_database() or a.datname is null)
order by l.waitstart, l.pid`,
  activitySessions: `-- A session of another role shows no state without pg_read_all_stats: it counts as hidden.
select coalesce(a.state, 'hidden') as state, pg_catalog.count(*)::integer as sessions
from pg_catalog.pg_stat_activity as a
where a.datname = pg_catalog.current_database()
    and a.backend_type = 'client backend'
    and a.pid <> pg_catalog.pg_backend_pid()
group by 1
order by 1`,
  activityTransactions: `-- The transactions that have been open for longest. Statements are left out: they can quote values.
select
    a.pid,
    a.usename as role,
    a.application_name as application,
    a.state,
    extract(epoch from pg_catalog.clock_timestamp() - a.xact_start)::float8 as seconds
from pg_catalog.pg_stat_activity as a
where a.datname = pg_catalog.current_database()
    and a.xact_start is not null
    and a.pid <> pg_catalog.pg_backend_pid()
    and a.backend_type = 'client backend'
order by a.xact_start
limit 5`,
  columns: `select
    a.attrelid as relation,
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "notNull",
    case when a.attgenerated = '' then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end as default,
    case when a.attgenerated <> '' then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end as generated,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    pg_catalog.col_description(a.attrelid, a.attnum) as comment,
    case when a.attacl is null then '[]' else (
        select pg_catalog.json_agg(pg_catalog.json_build_object(
            'role', case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee) end,
            'privilege', pg_catalog.lower(e.privilege_type)
        ))
        from pg_catalog.aclexplode(a.attacl) as e
    ) end as grants
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_attrdef as def on def.adrelid = a.attrelid and def.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and a.attnum > 0
    and not a.attisdropped
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by a.attrelid, a.attnum`,
  constraints: `-- Those that a partition inherited are its parent's, and told there.
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
order by k.conrelid, k.conname collate "C"`,
  database: `select
    d.datname as name,
    pg_catalog.pg_get_userbyid(d.datdba) as owner,
    pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
    pg_catalog.current_setting('server_version') as "serverVersion",
    pg_catalog.pg_database_size(d.oid)::float8 as bytes
from pg_catalog.pg_database as d
where d.datname = pg_catalog.current_database()`,
  extensions: `select
    e.extname as name,
    e.extversion as version,
    a.default_version as "newestVersion",
    n.nspname as schema,
    a.comment
from pg_catalog.pg_extension as e
join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
left join pg_catalog.pg_available_extensions as a on a.name = e.extname
order by e.extname collate "C"`,
  functions: `select
    n.nspname as schema,
    p.proname as name,
    p.oid::pg_catalog.regprocedure::text as signature,
    case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' else 'function' end
        as kind,
    pg_catalog.pg_get_function_arguments(p.oid) as arguments,
    pg_catalog.pg_get_function_result(p.oid) as returns,
    l.lanname as language,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end as parallel,
    case when p.prosecdef then 'definer' else 'invoker' end as security,
    p.proisstrict as strict,
    (
        select pg_catalog.substr(setting, 13)
        from pg_catalog.unnest(p.proconfig) as setting
        where setting like 'search\\_path=%'
    ) as "searchPath",
    (
        select coalesce(pg_catalog.array_agg(setting order by setting), '{}')
        from pg_catalog.unnest(p.proconfig) as setting
        where setting not like 'search\\_path=%'
    ) as settings,
    pg_catalog.pg_get_userbyid(p.proowner) as owner,
    (
        select coalesce(pg_catalog.array_agg(role order by role collate "C"), '{}')
        from (
            select distinct
                case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role
            from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) as e
        ) as grantee
    ) as "executableBy",
    case when p.prokind = 'a' then '' else pg_catalog.pg_get_functiondef(p.oid) end as definition,
    pg_catalog.obj_description(p.oid, 'pg_proc') as comment
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
join pg_catalog.pg_language as l on l.oid = p.prolang
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype in ('e', 'i')
    )
order by n.nspname collate "C", p.proname collate "C", p.oid::pg_catalog.regprocedure::text collate "C"`,
  indexes: `select
    i.indrelid as relation,
    c.relname as name,
    am.amname as method,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition,
    (
        select pg_catalog.array_agg(
            pg_catalog.pg_get_indexdef(i.indexrelid, position, true) order by position
        )
        from pg_catalog.generate_series(1, i.indnkeyatts) as position
    ) as columns,
    (
        select coalesce(pg_catalog.array_agg(
            pg_catalog.pg_get_indexdef(i.indexrelid, position, true) order by position
        ), '{}')
        from pg_catalog.generate_series(i.indnkeyatts + 1, i.indnatts) as position
    ) as included,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
    i.indisunique as "isUnique",
    i.indisprimary as "isPrimary",
    i.indisvalid as "isValid",
    (
        select k.conname
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    ) as constraint,
    pg_catalog.obj_description(i.indexrelid, 'pg_class') as comment,
    case
        when c.relkind = 'I' then 0
        when exists (
            select
            from pg_catalog.pg_locks as l
            where l.relation in (i.indrelid, i.indexrelid)
                and l.locktype = 'relation'
                and l.mode = 'AccessExclusiveLock'
                and l.granted
                and l.database = (
                    select d.oid
                    from pg_catalog.pg_database as d
                    where d.datname = pg_catalog.current_database()
                )
        ) then c.relpages * 8192.0
        else pg_catalog.pg_relation_size(i.indexrelid)
    end::float8 as bytes,
    pg_catalog.pg_stat_get_numscans(i.indexrelid)::float8 as scans
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_am as am on am.oid = c.relam
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by i.indrelid, c.relname collate "C"`,
  migratingRole: `-- Who applied the migrations: the owner of their history, else of the database.
select r.rolname as name, r.rolsuper as superuser
from pg_catalog.pg_roles as r
where r.oid = coalesce(
    (
        select c.relowner
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations'
    ),
    (
        select d.datdba
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
)`,
  policies: `select
    p.polrelid as relation,
    p.polname as name,
    p.polpermissive as permissive,
    case p.polcmd
        when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all'
    end as command,
    (
        select pg_catalog.array_agg(
            case role when 0 then 'public' else pg_catalog.pg_get_userbyid(role)::text end
            order by case role when 0 then 'public' else pg_catalog.pg_get_userbyid(role)::text end collate "C"
        )
        from pg_catalog.unnest(p.polroles) as role
    ) as roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check,
    pg_catalog.obj_description(p.oid, 'pg_policy') as comment
from pg_catalog.pg_policy as p
order by p.polrelid, p.polname collate "C"`,
  publications: `select
    p.pubname as name,
    pg_catalog.pg_get_userbyid(p.pubowner) as owner,
    p.puballtables as "allTables",
    pg_catalog.array_remove(array[
        case when p.pubinsert then 'insert' end,
        case when p.pubupdate then 'update' end,
        case when p.pubdelete then 'delete' end,
        case when p.pubtruncate then 'truncate' end
    ], null) as operations,
    (
        select coalesce(
            pg_catalog.array_agg(
                pg_catalog.concat_ws(
                    ' ', pg_catalog.format('%I.%I', t.schemaname, t.tablename), 'where ' || t.rowfilter
                )
                order by t.schemaname collate "C", t.tablename collate "C"
            ),
            '{}'
        )
        from pg_catalog.pg_publication_tables as t
        where t.pubname = p.pubname
    ) as tables
from pg_catalog.pg_publication as p
order by p.pubname collate "C"`,
  relationGrants: `select
    c.oid as relation,
    case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role,
    pg_catalog.array_agg(
        pg_catalog.lower(e.privilege_type) || case when e.is_grantable then ' with grant option' else '' end
        order by e.privilege_type collate "C"
    ) as privileges
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join pg_catalog.aclexplode(
    coalesce(c.relacl, pg_catalog.acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))
) as e
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
group by c.oid, e.grantee
order by c.oid, (case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end) collate "C"`,
  relations: `-- Tables, partitions, views, materialized views and foreign tables, with what can be measured without
-- reading them. A relation that someone holds exclusively is sized by its last count of pages: asking
-- for its files would wait for him.
with held as (
    select l.relation
    from pg_catalog.pg_locks as l
    join pg_catalog.pg_database as d on d.oid = l.database and d.datname = pg_catalog.current_database()
    where l.locktype = 'relation' and l.mode = 'AccessExclusiveLock' and l.granted
),
width as (
    -- pg_stats shows a column to whoever may read it.
    select
        s.schemaname,
        s.tablename,
        pg_catalog.count(*) as columns,
        pg_catalog.sum((1 - s.null_frac) * s.avg_width) as bytes
    from pg_catalog.pg_stats as s
    where not s.inherited
    group by s.schemaname, s.tablename
)
select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    case
        when c.relkind = 'p' then 'partitioned table'
        when c.relkind = 'f' then 'foreign table'
        when c.relkind = 'v' then 'view'
        when c.relkind = 'm' then 'materialized view'
        else 'table'
    end as kind,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    pg_catalog.obj_description(c.oid, 'pg_class') as comment,
    (
        select e.extname
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_extension as e on e.oid = d.refobjid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    ) as extension,
    case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end as persistence,
    (
        select coalesce(pg_catalog.array_agg(option order by option), '{}')
        from pg_catalog.unnest(c.reloptions) as option
    ) as options,
    c.relrowsecurity as "rlsEnabled",
    c.relforcerowsecurity as "rlsForced",
    case c.relreplident when 'd' then 'primary key' when 'f' then 'full' when 'i' then 'index' else 'nothing' end
        as "replicaIdentity",
    case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as "partitionKey",
    pg_catalog.pg_get_expr(c.relpartbound, c.oid) as "partitionBound",
    (
        select pg_catalog.array_agg(i.inhparent order by i.inhseqno)
        from pg_catalog.pg_inherits as i
        where i.inhrelid = c.oid
    ) as parents,
    case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition,
    c.relispopulated as "isPopulated",
    case
        when c.reltuples >= 0 then c.reltuples::float8
        when c.relkind in ('r', 'm') and pg_catalog.pg_stat_get_live_tuples(c.oid) > 0 then
            pg_catalog.pg_stat_get_live_tuples(c.oid)::float8
    end as rows,
    pg_catalog.pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
    -- As pg_stats itself asks before it shows a column.
    pg_catalog.has_table_privilege(c.oid, 'select') and not pg_catalog.row_security_active(c.oid)
        as "showsStatistics",
    case
        when c.relkind not in ('r', 'm') then 0
        when held.relation is not null then c.relpages * 8192.0
        else pg_catalog.pg_relation_size(c.oid)
    end::float8 as "heapBytes",
    case
        when c.relkind not in ('r', 'm') then 0
        when held.relation is not null then (
            select coalesce(pg_catalog.sum(x.relpages * 8192.0), 0)
            from pg_catalog.pg_index as i
            join pg_catalog.pg_class as x on x.oid = i.indexrelid
            where i.indrelid = c.oid
        )
        else pg_catalog.pg_indexes_size(c.oid)
    end::float8 as "indexBytes",
    case when c.reltoastrelid <> 0 and held.relation is null then
        pg_catalog.pg_total_relation_size(c.reltoastrelid)
    else 0 end::float8 as "toastBytes",
    -- What the rows would take on pages filled as the table asks: 24 bytes of header and 4 of pointer a
    -- row, 24 of header a page. Null where a column has no statistics.
    case when c.relkind in ('r', 'm') and c.reltuples > 0 and width.columns = (
        select pg_catalog.count(*)
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ) then
        greatest(
            0,
            c.relpages * 8192.0 - 8192.0 * pg_catalog.ceil(
                c.reltuples * (28 + 8 * pg_catalog.ceil(width.bytes / 8))
                / (8168 * coalesce((
                    select option_value::float8 / 100
                    from pg_catalog.pg_options_to_table(c.reloptions)
                    where option_name = 'fillfactor'
                ), 1))
            )
        )
    end::float8 as "bloatBytes"
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join (select distinct relation from held) as held on held.relation = c.oid
left join width on width.schemaname = n.nspname and width.tablename = c.relname
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C"`,
  roles: `-- Every role of the server but PostgreSQL's own; the caller keeps those that this database knows.
-- "actsAs": whose rights a role has without asking for them.
select
    r.rolname as name,
    r.rolsuper as superuser,
    r.rolcanlogin as login,
    r.rolinherit as inherit,
    r.rolcreaterole as "createRole",
    r.rolcreatedb as "createDatabase",
    r.rolreplication as replication,
    r.rolbypassrls as "bypassRls",
    r.rolconnlimit as "connectionLimit",
    (
        select coalesce(pg_catalog.array_agg(b.rolname::text order by b.rolname collate "C"), '{}')
        from pg_catalog.pg_auth_members as m
        join pg_catalog.pg_roles as b on b.oid = m.roleid
        where m.member = r.oid
    ) as "memberOf",
    (
        select coalesce(pg_catalog.array_agg(b.rolname::text order by b.rolname collate "C"), '{}')
        from pg_catalog.pg_roles as b
        where b.oid <> r.oid
            and not r.rolsuper
            and exists (select from pg_catalog.pg_auth_members as m where m.member = r.oid)
            and pg_catalog.pg_has_role(r.oid, b.oid, 'usage')
    ) as "actsAs",
    pg_catalog.shobj_description(r.oid, 'pg_authid') as comment
from pg_catalog.pg_roles as r
where r.rolname !~ '^pg_'
order by r.rolname collate "C"`,
  schemas: `select
    n.nspname as name,
    pg_catalog.pg_get_userbyid(n.nspowner) as owner,
    pg_catalog.obj_description(n.oid, 'pg_namespace') as comment,
    (
        select coalesce(pg_catalog.json_agg(g order by g.role collate "C"), '[]')
        from (
            select
                case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role,
                pg_catalog.array_agg(
                    pg_catalog.lower(e.privilege_type) order by e.privilege_type collate "C"
                ) as privileges
            from pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) as e
            group by e.grantee
        ) as g
    ) as grants
from pg_catalog.pg_namespace as n
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C"`,
  sequences: `-- Where a sequence stands is left out: giving out numbers is not a change of the schema.
select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    pg_catalog.format_type(s.seqtypid, null) as type,
    s.seqstart::text as start,
    s.seqincrement::text as increment,
    s.seqmin::text as minimum,
    s.seqmax::text as maximum,
    s.seqcycle as cycles,
    (
        select pg_catalog.format('%I.%I.%I', tn.nspname, tc.relname, a.attname)
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_class as tc on tc.oid = d.refobjid
        join pg_catalog.pg_namespace as tn on tn.oid = tc.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.deptype in ('a', 'i')
    ) as "ownedBy",
    pg_catalog.obj_description(c.oid, 'pg_class') as comment
from pg_catalog.pg_sequence as s
join pg_catalog.pg_class as c on c.oid = s.seqrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C"`,
  supabasePlatform: `-- As much of Supabase's platform as migrations refer to, for a server that has none of it.
create schema auth;
create table auth.users (
    id uuid primary key,
    email text,
    phone text,
    role text,
    raw_app_meta_data jsonb,
    raw_user_meta_data jsonb,
    created_at timestamptz,
    updated_at timestamptz
);
create function auth.jwt() returns jsonb language sql stable
as $$ select nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb $$;
create function auth.uid() returns uuid language sql stable as $$ select (auth.jwt() ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt() ->> 'role' $$;
create function auth.email() returns text language sql stable as $$ select auth.jwt() ->> 'email' $$;
create schema storage;
create table storage.buckets (
    id text primary key,
    name text not null,
    owner uuid,
    public boolean default false,
    file_size_limit bigint,
    allowed_mime_types text[],
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table storage.objects (
    id uuid primary key default gen_random_uuid(),
    bucket_id text references storage.buckets (id),
    name text,
    owner uuid,
    owner_id text,
    metadata jsonb,
    path_tokens text[],
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language sql immutable
as $$ select (pg_catalog.string_to_array(name, '/'))[1:pg_catalog.cardinality(pg_catalog.string_to_array(name, '/')) - 1] $$;
create function storage.filename(name text) returns text language sql immutable
as $$ select (pg_catalog.string_to_array(name, '/'))[pg_catalog.cardinality(pg_catalog.string_to_array(name, '/'))] $$;
create function storage.extension(name text) returns text language sql immutable
as $$ select pg_catalog.reverse(pg_catalog.split_part(pg_catalog.reverse(storage.filename(name)), '.', 1)) $$;
grant usage on schema auth, storage to public;
grant execute on all functions in schema auth, storage to public;
create publication supabase_realtime;`,
  triggers: `-- Those that a partition has of its parent are told there.
select
    t.tgrelid as relation,
    t.tgname as name,
    pg_catalog.pg_get_triggerdef(t.oid) as definition,
    t.tgfoid::pg_catalog.regprocedure::text as function,
    case t.tgenabled when 'D' then 'disabled' when 'A' then 'always' when 'R' then 'replica' else 'enabled' end
        as state,
    pg_catalog.obj_description(t.oid, 'pg_trigger') as comment
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and t.tgparentid = 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by t.tgrelid, t.tgname collate "C"`,
  types: `select
    n.nspname as schema,
    t.typname as name,
    case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range' else 'composite' end as kind,
    pg_catalog.pg_get_userbyid(t.typowner) as owner,
    case when t.typtype = 'e' then (
        select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
    ) end as labels,
    case t.typtype
        when 'd' then pg_catalog.concat_ws(
            ' ',
            pg_catalog.format_type(t.typbasetype, t.typtypmod),
            case when t.typnotnull then 'not null' end,
            'default ' || t.typdefault,
            (
                select pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' ' order by k.conname)
                from pg_catalog.pg_constraint as k
                where k.contypid = t.oid and k.contype = 'c'
            )
        )
        when 'r' then (
            select pg_catalog.format_type(r.rngsubtype, null)
            from pg_catalog.pg_range as r
            where r.rngtypid = t.oid
        )
        when 'c' then (
            select pg_catalog.string_agg(
                pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)),
                ', '
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
        )
    end as definition,
    pg_catalog.obj_description(t.oid, 'pg_type') as comment
from pg_catalog.pg_type as t
join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
left join pg_catalog.pg_class as c on c.oid = t.typrelid
where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
            and (
                (d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid)
                or (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = t.typrelid and t.typrelid <> 0)
            )
    )
order by n.nspname collate "C", t.typname collate "C"`,
} as const;
