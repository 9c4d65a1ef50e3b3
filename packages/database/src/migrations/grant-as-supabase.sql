-- Supabase's privileges in schema public, for those of its roles that are on this server. A role that
-- catb itself made for a plain PostgreSQL has none before the first migration.
do $$
declare
    v_role text;
begin
    for v_role in
        select r.rolname from pg_catalog.pg_roles r
        where r.rolname in ('anon', 'authenticated', 'service_role')
          and pg_catalog.shobj_description(r.oid, 'pg_authid') is distinct from 'Created by catb.'
    loop
        execute pg_catalog.format('grant usage on schema public to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on tables to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on functions to %I', v_role);
        execute pg_catalog.format('alter default privileges in schema public grant all on sequences to %I', v_role);
    end loop;
end
$$;
