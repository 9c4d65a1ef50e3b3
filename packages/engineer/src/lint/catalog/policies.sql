select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
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
where c.relname = any ($1)
