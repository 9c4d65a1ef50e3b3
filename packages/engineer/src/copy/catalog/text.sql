-- Collations, text search dictionaries and configurations.
select
    'pg_collation' as catalog,
    c.oid::text as id,
    5 as stage,
    pg_catalog.format('collation %s', c.oid::pg_catalog.regcollation) as object,
    pg_catalog.format(
        'create collation %1$s (%2$s); alter collation %1$s owner to %3$s',
        c.oid::pg_catalog.regcollation,
        pg_catalog.concat_ws(
            ', ',
            case c.collprovider when 'i' then 'provider = icu' when 'b' then 'provider = builtin' else 'provider = libc' end,
            -- One column has it from 17 on, another one before.
            'locale = ' || pg_catalog.quote_literal(
                coalesce(
                    pg_catalog.to_jsonb(c) ->> 'colllocale',
                    pg_catalog.to_jsonb(c) ->> 'colliculocale',
                    case when c.collcollate = c.collctype then c.collcollate end
                )
            ),
            case when c.collcollate <> c.collctype then
                pg_catalog.format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype)
            end,
            case when not c.collisdeterministic then 'deterministic = false' end,
            'rules = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(c) ->> 'collicurules')
        ),
        c.collowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_collation as c
join pg_catalog.pg_namespace as n on n.oid = c.collnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
union all
select
    'pg_ts_dict',
    d.oid::text,
    6,
    pg_catalog.format('text search dictionary %s', d.oid::pg_catalog.regdictionary),
    pg_catalog.format(
        'create text search dictionary %1$s (%2$s); alter text search dictionary %1$s owner to %3$s',
        d.oid::pg_catalog.regdictionary,
        pg_catalog.concat_ws(', ', pg_catalog.format('template = %I.%I', tn.nspname, t.tmplname), d.dictinitoption),
        d.dictowner::pg_catalog.regrole
    )
from pg_catalog.pg_ts_dict as d
join pg_catalog.pg_namespace as n on n.oid = d.dictnamespace
join pg_catalog.pg_ts_template as t on t.oid = d.dicttemplate
join pg_catalog.pg_namespace as tn on tn.oid = t.tmplnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass and e.objid = d.oid and e.deptype = 'e'
    )
union all
select
    'pg_ts_config',
    c.oid::text,
    7,
    pg_catalog.format('text search configuration %s', c.oid::pg_catalog.regconfig),
    pg_catalog.concat(
        pg_catalog.format(
            'create text search configuration %1$s (parser = %2$I.%3$I);'
            ' alter text search configuration %1$s owner to %4$s',
            c.oid::pg_catalog.regconfig,
            pn.nspname,
            p.prsname,
            c.cfgowner::pg_catalog.regrole
        ),
        (
            select pg_catalog.string_agg(
                pg_catalog.format(
                    '; alter text search configuration %s add mapping for %I with %s',
                    c.oid::pg_catalog.regconfig,
                    m.token,
                    m.dictionaries
                ),
                ''
            )
            from (
                select
                    token.alias as token,
                    pg_catalog.string_agg(
                        map.mapdict::pg_catalog.regdictionary::text, ', ' order by map.mapseqno
                    ) as dictionaries
                from pg_catalog.pg_ts_config_map as map
                join pg_catalog.ts_token_type(c.cfgparser) as token on token.tokid = map.maptokentype
                where map.mapcfg = c.oid
                group by token.alias
            ) as m
        )
    )
from pg_catalog.pg_ts_config as c
join pg_catalog.pg_namespace as n on n.oid = c.cfgnamespace
join pg_catalog.pg_ts_parser as p on p.oid = c.cfgparser
join pg_catalog.pg_namespace as pn on pn.oid = p.prsnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
    )
