/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  appliedVersions: `select version::text as version from supabase_migrations.schema_migrations`,
  checkedDomains: `select pg_catalog.format('%I.%I', n.nspname, t.typname) as name
from pg_catalog.pg_type t
join pg_catalog.pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'd'
  and (t.typnotnull or exists (
      select from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
  and t.typname = any ($1)`,
  columns: `select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       a.attname::text as name,
       pg_catalog.format_type(a.atttypid, null) as type,
       case
           when a.atttypmod < 0 then null
           when a.atttypid in (1042, 1043) then a.atttypmod - 4
           when a.atttypid = 1700 then ((a.atttypmod - 4) >> 16) & 65535
           else a.atttypmod
       end as length,
       case when a.atttypid = 1700 and a.atttypmod >= 0 then (a.atttypmod - 4) & 2047 end as scale,
       a.attnotnull as "notNull"
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where a.attnum > 0
  and not a.attisdropped
  and c.relkind in ('r', 'p', 'f')
  and c.relname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')
order by a.attnum`,
  constraints: `select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       k.conname::text as name,
       k.contype::text as kind,
       k.convalidated as validated,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
       x.relname::text as index
from pg_catalog.pg_constraint k
join pg_catalog.pg_class c on c.oid = k.conrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_class x on x.oid = k.conindid and k.contype in ('p', 'u', 'x')
where c.relname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')`,
  functions: `select pg_catalog.format('%I.%I(%s)', n.nspname, p.proname,
           pg_catalog.oidvectortypes(p.proargtypes)) as signature,
       p.prosecdef as definer,
       p.provolatile = 'v' as volatile,
       (select pg_catalog.substr(s.setting, pg_catalog.length('search_path=') + 1)
        from pg_catalog.unnest(p.proconfig) s (setting)
        where s.setting like 'search\\_path=%') as "searchPath"
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where p.proname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')`,
  indexes: `select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       pg_catalog.format('%I.%I', n.nspname, x.relname) as name,
       i.indisunique as "unique",
       i.indisvalid and i.indpred is null and i.indexprs is null as whole
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indrelid
join pg_catalog.pg_class x on x.oid = i.indexrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where (c.relname = any ($1) or x.relname = any ($1))
  and n.nspname not in ('pg_catalog', 'information_schema')`,
  policies: `select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       p.polname::text as name,
       case p.polcmd
           when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
           else 'all'
       end as command,
       p.polpermissive as permissive,
       case
           when p.polroles = '{0}' then '{public}'::text[]
           else (select pg_catalog.array_agg(r.rolname::text order by r.rolname)
                 from pg_catalog.pg_roles r where r.oid = any (p.polroles))
       end as roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
from pg_catalog.pg_policy p
join pg_catalog.pg_class c on c.oid = p.polrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relname = any ($1)`,
  relations: `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       c.relkind::text as kind,
       c.relrowsecurity as "rowSecurity",
       s.rows,
       s.bytes
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
cross join lateral (
    select sum(case when l.reltuples < 0 then null else l.reltuples end)::double precision as rows,
           coalesce(sum(pg_catalog.pg_total_relation_size(l.oid)), 0)::double precision as bytes
    from pg_catalog.pg_class l
    where l.oid = c.oid
       or (c.relkind = 'p' and l.oid in (
              select t.relid from pg_catalog.pg_partition_tree(c.oid) t where t.isleaf))
) s
where c.relkind in ('r', 'p', 'm', 'v', 'f')
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname !~ '^pg_(toast|temp)'
  and (c.relname = any ($1)
       or exists (
           select
           from pg_catalog.pg_index i
           join pg_catalog.pg_class x on x.oid = i.indexrelid
           where i.indrelid = c.oid and x.relname = any ($1)))`,
  searchPath: `select pg_catalog.current_schemas(false)::text[] as path,
       exists (
           select
           from pg_catalog.pg_class c
           join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'supabase_migrations'
             and c.relname = 'schema_migrations'
             and pg_catalog.has_schema_privilege(n.oid, 'usage')
             and pg_catalog.has_table_privilege(c.oid, 'select')) as history`,
} as const;
