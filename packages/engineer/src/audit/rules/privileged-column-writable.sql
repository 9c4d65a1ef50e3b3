-- Policies choose rows, never columns: who may update his own row may set every column he was granted.
select
    pg_catalog.format('%s.%I', r.object, a.attname) as object,
    pg_catalog.format('%s may set %I on a row of %s that is their own.', who.names, a.attname, r.object) as message,
    'An update policy lets them at the row, and their grant covers this column: they can promote themselves.' as detail,
    pg_catalog.format(
        'revoke update on %1$s from %2$s; then grant update (the columns that are theirs to change) on %1$s to %2$s.',
        r.object, who.names
    ) as hint
from relations as r
join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'update')
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
        and exists (
            select
            from pg_catalog.pg_policy as p
            where p.polrelid = r.oid
                and p.polpermissive
                and p.polcmd in ('w', '*')
                and pg_catalog.pg_get_expr(p.polqual, p.polrelid) <> 'false'
                and (
                    0 = any (p.polroles)
                    or exists (
                        select
                        from pg_catalog.unnest(p.polroles) as role (oid)
                        where o.role <> 0 and pg_catalog.pg_has_role(o.role, role.oid, 'usage')
                    )
                )
                -- A policy that itself asks the column pins it.
                and pg_catalog.strpos(coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), ''), a.attname) = 0
        )
) as who
where r.exposed
    and r.relrowsecurity
    and who.names is not null
    and (
        pg_catalog.lower(a.attname) ~ (
            '^(is_?(admin|superuser|staff|moderator|verified|banned|paid)|user_role|app_role|subscription_tier|'
            'credit_balance|banned_until)$'
        )
        -- These say it of a person only where the table is about people: a message has a role, too.
        or pg_catalog.lower(a.attname) ~ '^(admin|role|roles|permissions|plan|credits?|balance|quota)$'
        and pg_catalog.lower(r.relname) ~ '(user|profile|member|account|person|people|customer|staff|employee|tenant|wallet)'
    )
