-- Takes back: roles, the private schema and the error codes.
drop function catb.uuid_v7();
drop function catb.raise_error(text, text);
drop table catb.error_codes;

revoke usage on schema public from catb_server, catb_analyst;
revoke usage on schema catb from catb_server, catb_analyst;
drop schema catb;

-- A role that another database of this cluster still uses stays, or that another owner made; so does
-- one that was here before catb.
do $$
declare
    v_role text;
begin
    for v_role in
        select r.rolname from pg_catalog.pg_roles r
        where r.rolname in ('anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst')
          and pg_catalog.shobj_description(r.oid, 'pg_authid') = 'Created by catb.'
    loop
        execute pg_catalog.format('revoke all on schema public from %I', v_role);
        begin
            execute pg_catalog.format('drop role %I', v_role);
        exception when dependent_objects_still_exist or insufficient_privilege then
            raise notice 'Role % is used elsewhere in this cluster, or another owner made it, and stays.', v_role;
        end;
    end loop;
end
$$;
