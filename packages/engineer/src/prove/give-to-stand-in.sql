-- Gives what the superuser owns in this database to the role that stands in for it, and makes that
-- role a member of the others, so that it may do to their objects what a superuser may.
do $give$
declare
    v_command text;
    v_role text;
begin
    for v_command in
        select pg_catalog.format(
            'alter %s %s owner to catb_stand_in',
            case c.relkind
                when 'v' then 'view'
                when 'm' then 'materialized view'
                when 'f' then 'foreign table'
                when 'S' then 'sequence'
                when 'c' then 'type'
                else 'table'
            end,
            c.oid::pg_catalog.regclass
        )
        from pg_catalog.pg_class as c
        where c.relowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c')
            and c.oid >= 16384
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.objid = c.oid
                    and d.deptype in ('a', 'i', 'e')
                    and (c.relkind = 'S' or d.deptype = 'e')
            )
        union all
        select pg_catalog.format('alter routine %s owner to catb_stand_in', p.oid::pg_catalog.regprocedure)
        from pg_catalog.pg_proc as p
        where p.proowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and p.oid >= 16384
            and p.prokind <> 'a'
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                    and d.objid = p.oid
                    and d.deptype in ('i', 'e')
            )
        union all
        select pg_catalog.format('alter aggregate %s owner to catb_stand_in', p.oid::pg_catalog.regprocedure)
        from pg_catalog.pg_proc as p
        where p.proowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole and p.oid >= 16384 and p.prokind = 'a'
        union all
        select pg_catalog.format('alter type %s owner to catb_stand_in', t.oid::pg_catalog.regtype)
        from pg_catalog.pg_type as t
        where t.typowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and t.oid >= 16384
            and t.typtype in ('e', 'd', 'r')
            and not exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    and d.objid = t.oid
                    and d.deptype = 'e'
            )
        union all
        select pg_catalog.format('alter statistics %I.%I owner to catb_stand_in', n.nspname, s.stxname)
        from pg_catalog.pg_statistic_ext as s
        join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
        where s.stxowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
        union all
        select pg_catalog.format('alter publication %I owner to catb_stand_in', p.pubname)
        from pg_catalog.pg_publication as p
        where p.pubowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole and not p.puballtables
        union all
        select pg_catalog.format('alter schema %I owner to catb_stand_in', n.nspname)
        from pg_catalog.pg_namespace as n
        where n.nspowner = pg_catalog.quote_ident(current_user)::pg_catalog.regrole
            and n.nspname !~ '^pg_'
            and n.nspname <> 'information_schema'
    loop
        execute v_command;
    end loop;
    execute pg_catalog.format(
        'alter database %I owner to catb_stand_in', pg_catalog.current_database()
    );
    for v_role in
        select r.rolname
        from pg_catalog.pg_roles as r
        where r.rolname !~ '^pg_' and r.rolname not in (current_user, 'catb_stand_in')
    loop
        execute pg_catalog.format('grant %I to catb_stand_in with admin option', v_role);
    end loop;
end
$give$
