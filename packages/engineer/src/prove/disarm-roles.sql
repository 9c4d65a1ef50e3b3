-- Nobody on the throw-away server but the one it was made with may do anything to this machine,
-- whatever the target's roles may do there.
do $disarm$
declare
    v_role record;
begin
    for v_role in
        select r.rolname
        from pg_catalog.pg_roles as r
        where r.rolsuper and r.rolname <> current_user
    loop
        execute pg_catalog.format(
            'alter role %I nosuperuser createdb createrole bypassrls', v_role.rolname
        );
    end loop;
    -- Not by revoke: whoever granted it would have to be named.
    delete from pg_catalog.pg_auth_members as m
    where m.roleid in (
        select r.oid
        from pg_catalog.pg_roles as r
        where r.rolname in (
            current_user, 'pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'
        )
    );
end
$disarm$
