select
    pg_catalog.format(
        'default privileges of %s%s on %s to %s',
        d.defaclrole::pg_catalog.regrole,
        case when d.defaclnamespace <> 0 then ' in ' || d.defaclnamespace::pg_catalog.regnamespace else '' end,
        case d.defaclobjtype
            when 'r' then 'tables'
            when 'S' then 'sequences'
            when 'f' then 'functions'
            when 'T' then 'types'
            when 'n' then 'schemas'
            else d.defaclobjtype::text
        end,
        case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
    ) as object,
    pg_catalog.string_agg(
        pg_catalog.lower(e.privilege_type) || case when e.is_grantable then ' with grant option' else '' end,
        ', '
        order by e.privilege_type collate "C"
    ) as definition
from pg_catalog.pg_default_acl as d
cross join pg_catalog.aclexplode(d.defaclacl) as e
group by d.defaclrole, d.defaclnamespace, d.defaclobjtype, e.grantee
