-- The end is the sequence's own, or that of the column it fills, whichever comes first.
select
    pg_catalog.format('%I.%I', q.schemaname, q.sequencename) as object,
    pg_catalog.format(
        '%I.%I has used %s%% of its numbers.', q.schemaname, q.sequencename,
        pg_catalog.floor(100 * q.last_value::numeric / ending.last)
    ) as message,
    pg_catalog.format(
        'At %s of %s%s. After that every insert fails.',
        q.last_value, ending.last,
        ', the end of ' || ending.relation || '.' || pg_catalog.quote_ident(ending.attname) || ', a column of type ' || ending.type
    ) as detail,
    coalesce(
        'Move ' || ending.relation || '.' || pg_catalog.quote_ident(ending.attname)
            || ' to bigint: a new column kept up by a trigger, filled in batches, then swapped.',
        pg_catalog.format('alter sequence %I.%I as bigint no maxvalue;', q.schemaname, q.sequencename)
    ) as hint
from pg_catalog.pg_sequences as q
join schemas as s on s.nspname = q.schemaname
join pg_catalog.pg_class as c on c.relnamespace = s.oid and c.relname = q.sequencename and c.relkind = 'S'
cross join lateral (
    select
        least(q.max_value, limits.last)::numeric as last,
        limits.relation,
        limits.attname,
        limits.type
    from (select) as always
    left join lateral (
        select
            case a.atttypid
                when 'pg_catalog.int2'::pg_catalog.regtype then 32767
                else 2147483647
            end::bigint as last,
            a.attrelid::pg_catalog.regclass::text as relation,
            a.attname,
            pg_catalog.format_type(a.atttypid, null) as type
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype in ('a', 'i')
            and a.atttypid in ('pg_catalog.int2'::pg_catalog.regtype, 'pg_catalog.int4'::pg_catalog.regtype)
    ) as limits on true
) as ending
where not q.cycle
    and q.increment_by > 0
    and q.last_value >= 0.7 * ending.last
