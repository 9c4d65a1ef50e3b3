-- Those without a schema replace what PostgreSQL gives by itself, those with one are added to it.
select
    'pg_default_acl' as catalog,
    d.oid::text as id,
    80 as stage,
    pg_catalog.format('default privileges of %s', d.defaclrole::pg_catalog.regrole) as object,
    pg_catalog.concat_ws(
        '; ',
        (
            select pg_catalog.string_agg(
                pg_catalog.format(
                    '%s revoke all on %s from %s',
                    alter_default.phrase,
                    kind.name,
                    case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
                ),
                '; '
            )
            from (
                select distinct a.grantee
                from pg_catalog.aclexplode(pg_catalog.acldefault(kind.letter, d.defaclrole)) as a
                where d.defaclnamespace = 0
            ) as e
        ),
        (
            select pg_catalog.string_agg(
                pg_catalog.format(
                    '%s grant %s on %s to %s%s',
                    alter_default.phrase,
                    e.privileges,
                    kind.name,
                    case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end,
                    case when e.is_grantable then ' with grant option' end
                ),
                '; '
            )
            from (
                select a.grantee, a.is_grantable, pg_catalog.string_agg(a.privilege_type, ', ') as privileges
                from pg_catalog.aclexplode(d.defaclacl) as a
                group by a.grantee, a.is_grantable
            ) as e
        )
    ) as script
from pg_catalog.pg_default_acl as d
cross join lateral (
    values (
        case d.defaclobjtype when 'S' then 's'::"char" else d.defaclobjtype end,
        case d.defaclobjtype
            when 'r' then 'tables'
            when 'S' then 'sequences'
            when 'f' then 'routines'
            when 'T' then 'types'
            when 'n' then 'schemas'
            else 'large objects'
        end
    )
) as kind (letter, name)
cross join lateral (
    values (
        pg_catalog.concat(
            'alter default privileges for role ',
            d.defaclrole::pg_catalog.regrole,
            ' in schema ' || nullif(d.defaclnamespace, 0)::pg_catalog.regnamespace
        )
    )
) as alter_default (phrase)
