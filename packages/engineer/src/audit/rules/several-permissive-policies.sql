with applied as (
    select distinct p.oid, p.polname, p.polrelid, verb.name as verb, role.oid as role
    from pg_catalog.pg_policy as p
    cross join lateral pg_catalog.unnest(
        case p.polcmd
            when 'r' then array['select']
            when 'a' then array['insert']
            when 'w' then array['update']
            when 'd' then array['delete']
            else array['select', 'insert', 'update', 'delete']
        end
    ) as verb (name)
    -- A policy for everyone meets the roles that another one names, and the outsiders.
    cross join lateral (
        select named.oid
        from pg_catalog.unnest(p.polroles) as named (oid)
        where named.oid <> 0
        union
        select o.role from outsiders as o where 0 = any (p.polroles)
        union
        select named.oid
        from pg_catalog.pg_policy as other
        cross join lateral pg_catalog.unnest(other.polroles) as named (oid)
        where 0 = any (p.polroles) and other.polrelid = p.polrelid and named.oid <> 0
    ) as role
    where p.polpermissive
        and not exists (
            select from pg_catalog.pg_roles as b where b.oid = role.oid and (b.rolsuper or b.rolbypassrls)
        )
),
met as (
    select
        a.polrelid,
        a.role,
        a.verb,
        pg_catalog.array_agg(pg_catalog.format('"%s"', a.polname) order by a.polname) as policies
    from applied as a
    group by a.polrelid, a.role, a.verb
    having pg_catalog.count(*) > 1
)
select
    r.object,
    pg_catalog.format('%s has several permissive policies for the same role and verb.', r.object) as message,
    pg_catalog.format(
        'All are asked for every row, joined by OR: %s.', pg_catalog.string_agg(m.line, '; ' order by m.line)
    ) as detail,
    'Make them one policy with OR inside, or give each a role or a verb of its own.' as hint
from (
    select
        met.polrelid,
        pg_catalog.format(
            '%s by %s: %s',
            pg_catalog.string_agg(met.verb, ', ' order by met.verb),
            case met.role when 0 then 'everyone' else pg_catalog.pg_get_userbyid(met.role)::text end,
            pg_catalog.array_to_string(met.policies, ', ')
        ) as line
    from met
    group by met.polrelid, met.policies, met.role
) as m
join relations as r on r.oid = m.polrelid
where r.relrowsecurity
group by r.object
