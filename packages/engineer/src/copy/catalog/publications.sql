select
    'pg_publication' as catalog,
    p.oid::text as id,
    '' as part,
    52 as stage,
    pg_catalog.format('publication %I', p.pubname) as object,
    pg_catalog.format(
        'create publication %1$I%2$s with (%3$s); alter publication %1$I owner to %4$s',
        p.pubname,
        case when p.puballtables then ' for all tables' end,
        pg_catalog.concat_ws(
            ', ',
            pg_catalog.format(
                'publish = %L',
                pg_catalog.concat_ws(
                    ', ',
                    case when p.pubinsert then 'insert' end,
                    case when p.pubupdate then 'update' end,
                    case when p.pubdelete then 'delete' end,
                    case when p.pubtruncate then 'truncate' end
                )
            ),
            case when p.pubviaroot then 'publish_via_partition_root = true' end,
            case when pg_catalog.to_jsonb(p) ->> 'pubgencols' = 's' then 'publish_generated_columns = stored' end
        ),
        p.pubowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_publication as p
union all
select
    'pg_publication',
    r.prpubid::text,
    'table ' || r.prrelid,
    53,
    pg_catalog.format('table %s in publication %I', r.prrelid::pg_catalog.regclass, p.pubname),
    pg_catalog.format(
        'alter publication %I add table only %s%s%s',
        p.pubname,
        r.prrelid::pg_catalog.regclass,
        ' (' || (
            select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum)
            from pg_catalog.pg_attribute as a
            where a.attrelid = r.prrelid and a.attnum = any(r.prattrs)
        ) || ')',
        ' where (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')'
    )
from pg_catalog.pg_publication_rel as r
join pg_catalog.pg_publication as p on p.oid = r.prpubid
union all
select
    'pg_publication',
    s.pnpubid::text,
    'schema ' || s.pnnspid,
    53,
    pg_catalog.format('schema %s in publication %I', s.pnnspid::pg_catalog.regnamespace, p.pubname),
    pg_catalog.format('alter publication %I add tables in schema %s', p.pubname, s.pnnspid::pg_catalog.regnamespace)
from pg_catalog.pg_publication_namespace as s
join pg_catalog.pg_publication as p on p.oid = s.pnpubid
