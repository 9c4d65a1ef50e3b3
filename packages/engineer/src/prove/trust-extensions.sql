-- On the target a superuser, or Supabase in his place, lets the owner create these. Here it is this
-- function that does, for those that can do this machine no harm; the extension is then the owner's.
create schema if not exists supabase_migrations;
create function supabase_migrations.catb_create_extension(
    p_name text, p_if_not_exists boolean, p_schema text, p_version text, p_cascade boolean
)
returns void
language plpgsql
security definer
set search_path = ''
as $function$
begin
    if p_name <> all (array[
        'amcheck', 'autoinc', 'bloom', 'dict_xsyn', 'earthdistance', 'hypopg', 'index_advisor',
        'insert_username', 'intagg', 'moddatetime', 'pg_buffercache', 'pg_freespacemap',
        'pg_prewarm', 'pg_stat_statements', 'pg_visibility', 'pg_walinspect', 'pgrowlocks',
        'pgstattuple', 'refint', 'sslinfo', 'xml2'
    ]) then
        raise insufficient_privilege using
            message = pg_catalog.format('permission denied to create extension "%s"', p_name);
    end if;
    execute pg_catalog.concat_ws(
        ' ',
        'create extension',
        case when p_if_not_exists then 'if not exists' end,
        pg_catalog.quote_ident(p_name),
        'schema ' || pg_catalog.quote_ident(p_schema),
        'version ' || pg_catalog.quote_literal(p_version),
        case when p_cascade then 'cascade' end
    );
    update pg_catalog.pg_extension as e
    set extowner = (
        select d.datdba
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    where e.extname = p_name;
end
$function$;
revoke all on function supabase_migrations.catb_create_extension from public;
do $grant$
declare
    v_owner text := (
        select pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.datdba))
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    );
begin
    execute pg_catalog.format('alter schema supabase_migrations owner to %s', v_owner);
    execute pg_catalog.format(
        'grant execute on function supabase_migrations.catb_create_extension to %s', v_owner
    );
end
$grant$
