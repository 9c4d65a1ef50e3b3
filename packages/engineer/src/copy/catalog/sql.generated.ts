/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  aggregates: `select
    'pg_proc' as catalog,
    p.oid::text as id,
    13 as stage,
    pg_catalog.format('aggregate %s', p.oid::pg_catalog.regprocedure) as object,
    pg_catalog.format(
        'create aggregate %1$I.%2$I(%3$s) (%4$s); alter aggregate %1$I.%2$I(%5$s) owner to %6$s',
        n.nspname,
        p.proname,
        coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*'),
        pg_catalog.concat_ws(
            ', ',
            'sfunc = ' || g.aggtransfn::pg_catalog.regproc,
            'stype = ' || pg_catalog.format_type(g.aggtranstype, null),
            'sspace = ' || nullif(g.aggtransspace, 0),
            'finalfunc = ' || nullif(g.aggfinalfn, 0)::pg_catalog.regproc,
            case when g.aggfinalextra then 'finalfunc_extra' end,
            case when g.aggfinalfn <> 0 then 'finalfunc_modify = ' || (modify.name ->> g.aggfinalmodify::text) end,
            'combinefunc = ' || nullif(g.aggcombinefn, 0)::pg_catalog.regproc,
            'serialfunc = ' || nullif(g.aggserialfn, 0)::pg_catalog.regproc,
            'deserialfunc = ' || nullif(g.aggdeserialfn, 0)::pg_catalog.regproc,
            'initcond = ' || pg_catalog.quote_literal(g.agginitval),
            'msfunc = ' || nullif(g.aggmtransfn, 0)::pg_catalog.regproc,
            'minvfunc = ' || nullif(g.aggminvtransfn, 0)::pg_catalog.regproc,
            'mstype = ' || case when g.aggmtranstype <> 0 then pg_catalog.format_type(g.aggmtranstype, null) end,
            'msspace = ' || nullif(g.aggmtransspace, 0),
            'mfinalfunc = ' || nullif(g.aggmfinalfn, 0)::pg_catalog.regproc,
            case when g.aggmfinalextra then 'mfinalfunc_extra' end,
            case when g.aggmfinalfn <> 0 then 'mfinalfunc_modify = ' || (modify.name ->> g.aggmfinalmodify::text) end,
            'minitcond = ' || pg_catalog.quote_literal(g.aggminitval),
            (
                select pg_catalog.format('sortop = operator(%I.%s)', o.nspname, s.oprname)
                from pg_catalog.pg_operator as s
                join pg_catalog.pg_namespace as o on o.oid = s.oprnamespace
                where s.oid = g.aggsortop
            ),
            'parallel = ' || case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
            case when g.aggkind = 'h' then 'hypothetical' end
        ),
        coalesce(nullif(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*'),
        p.proowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_proc as p
join pg_catalog.pg_aggregate as g on g.aggfnoid = p.oid
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
cross join (values ('{"r": "read_only", "s": "shareable", "w": "read_write"}'::jsonb)) as modify (name)
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e'
    )`,
  aliases: `-- Objects that come with another one: which, both named by catalog and OID.
select 'pg_type:' || t.oid as part, 'pg_class:' || t.typrelid as whole
from pg_catalog.pg_type as t
where t.typrelid >= 16384
union all
select 'pg_type:' || t.typarray, 'pg_type:' || t.oid
from pg_catalog.pg_type as t
where t.typarray >= 16384
union all
select 'pg_type:' || r.rngmultitypid, 'pg_type:' || r.rngtypid
from pg_catalog.pg_range as r
where r.rngmultitypid >= 16384
union all
select 'pg_rewrite:' || r.oid, 'pg_class:' || r.ev_class
from pg_catalog.pg_rewrite as r
where r.oid >= 16384 and r.rulename = '_RETURN'
union all
select 'pg_class:' || k.conindid, 'pg_constraint:' || k.oid
from pg_catalog.pg_constraint as k
where k.conindid >= 16384 and k.contype in ('p', 'u', 'x')
union all
-- The sequence of an identity column.
select 'pg_class:' || d.objid, 'pg_class:' || d.refobjid
from pg_catalog.pg_depend as d
join pg_catalog.pg_sequence as s on s.seqrelid = d.objid
where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'i'
union all
-- The default that stands with its column.
select 'pg_attrdef:' || def.oid, 'pg_class:' || def.adrelid
from pg_catalog.pg_attrdef as def
join pg_catalog.pg_class as c on c.oid = def.adrelid
join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
where a.attgenerated <> ''
    or (
        c.relkind <> 'v'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
    )
union all
-- What an extension brings.
select
    pg_catalog.regexp_replace(d.classid::pg_catalog.regclass::text, '^pg_catalog\\.', '') || ':' || d.objid,
    'pg_extension:' || d.refobjid
from pg_catalog.pg_depend as d
where d.deptype = 'e' and d.objid >= 16384`,
  availableExtensions: `select v.name, pg_catalog.array_agg(v.version) as versions
from pg_catalog.pg_available_extension_versions as v
group by v.name`,
  columnSettings: `-- Storage, statistics and options of columns; compression by itself, because a server may lack a method.
with setting as (
    select
        a.attrelid,
        a.attnum,
        case when a.attnum > 0 and c.relkind not in ('i', 'I') then pg_catalog.quote_ident(a.attname) else a.attnum::text end as place,
        case when c.relkind in ('i', 'I') or a.attstorage = t.typstorage then null
        else case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
        end as storage,
        nullif(a.attstattarget, -1) as statistics,
        case when c.relkind not in ('i', 'I') then
            case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end
        end as compression,
        (
            select pg_catalog.string_agg(pg_catalog.format('%I = %L', o.option_name, o.option_value), ', ')
            from pg_catalog.pg_options_to_table(a.attoptions) as o
            where c.relkind not in ('i', 'I')
        ) as options
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'm', 'f', 'i', 'I')
        and a.attnum > 0
        and not a.attisdropped
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
        )
)
select
    'pg_class' as catalog,
    s.attrelid::text as id,
    'columns' as part,
    36 as stage,
    pg_catalog.format('settings of the columns of %s', s.attrelid::pg_catalog.regclass) as object,
    pg_catalog.string_agg(
        pg_catalog.format(
            'alter table only %s %s',
            s.attrelid::pg_catalog.regclass,
            pg_catalog.concat_ws(
                ', ',
                'alter column ' || s.place || ' set storage ' || s.storage,
                'alter column ' || s.place || ' set statistics ' || s.statistics,
                'alter column ' || s.place || ' set (' || s.options || ')'
            )
        ),
        '; '
        order by s.attnum
    ) as script
from setting as s
where s.storage is not null or s.statistics is not null or s.options is not null
group by s.attrelid
union all
select
    'pg_class',
    s.attrelid::text,
    'compression',
    36,
    pg_catalog.format('compression of the columns of %s', s.attrelid::pg_catalog.regclass),
    pg_catalog.string_agg(
        pg_catalog.format(
            'alter table only %s alter column %s set compression %s',
            s.attrelid::pg_catalog.regclass,
            s.place,
            s.compression
        ),
        '; '
        order by s.attnum
    )
from setting as s
where s.compression is not null
group by s.attrelid`,
  comments: `-- An object is named as PostgreSQL identifies it, which is nearly how "comment on" names it.
select
    d.class as catalog,
    d.objoid::text as id,
    'comment ' || d.objsubid as part,
    85 as stage,
    pg_catalog.format('comment on %s %s', o.type, o.identity) as object,
    pg_catalog.format(
        'comment on %s is %L',
        case
            when o.type like '% column' then 'column ' || o.identity
            when o.type = 'domain constraint' then
                'constraint ' || pg_catalog.regexp_replace(o.identity, ' on (.*)$', ' on domain \\1')
            when o.type like '% constraint' then 'constraint ' || o.identity
            when o.type = 'composite type' then 'type ' || o.identity
            when o.type = 'statistics object' then 'statistics ' || o.identity
            when o.type = 'transform' then
                'transform ' || pg_catalog.regexp_replace(o.identity, ' on language ', ' language ')
            else o.type || ' ' || o.identity
        end,
        d.description
    ) as script
from (
    select d.*, pg_catalog.regexp_replace(d.classoid::pg_catalog.regclass::text, '^pg_catalog\\.', '') as class
    from pg_catalog.pg_description as d
) as d
cross join pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) as o
where (d.objoid >= 16384 or d.class = 'pg_namespace')
    and o.identity is not null
    and coalesce(o.schema, '') not in ('pg_catalog', 'information_schema')
    and not (d.class = 'pg_namespace' and o.identity ~ '^(pg_|information_schema$)')
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e'
    )
    and not (d.class = 'pg_extension' and o.identity = 'plpgsql')
union all
select 'pg_namespace', n.oid::text, 'comment 0', 85, 'comment on schema public', 'comment on schema public is null'
from pg_catalog.pg_namespace as n
where n.nspname = 'public' and pg_catalog.obj_description(n.oid, 'pg_namespace') is null`,
  constraintNames: `-- A foreign key to a partitioned table has a constraint for each partition, with a name that depends on
-- the order in which the partitions came: they get the names they have in the target.
select
    'pg_class' as catalog,
    k.conrelid::text as id,
    'constraint names' as part,
    39 as stage,
    pg_catalog.format('names of the constraints of table %s', k.conrelid::pg_catalog.regclass) as object,
    pg_catalog.format(
        $script$
with wanted (name, referenced, top) as (values %1$s), found as (
    with recursive chain as (
        select c.oid, c.conname as top, c.confrelid
        from pg_catalog.pg_constraint as c
        where c.conrelid = %2$L::pg_catalog.regclass and c.contype = 'f' and c.conparentid = 0
        union all
        select c.oid, chain.top, c.confrelid
        from chain
        join pg_catalog.pg_constraint as c on c.conparentid = chain.oid
        where c.conrelid = %2$L::pg_catalog.regclass
    )
    select chain.oid, wanted.name
    from wanted
    join chain on chain.top = wanted.top and chain.confrelid = wanted.referenced::pg_catalog.regclass
)
select pg_catalog.set_config('catb.constraint_names', (select pg_catalog.json_object_agg(oid, name)::text from found), true);
update pg_catalog.pg_constraint as c set conname = 'catb ' || c.oid
where c.oid in (select key::oid from pg_catalog.json_each_text(pg_catalog.current_setting('catb.constraint_names')::json));
update pg_catalog.pg_constraint as c set conname = names.value
from pg_catalog.json_each_text(pg_catalog.current_setting('catb.constraint_names')::json) as names
where c.oid = names.key::oid$script$,
        pg_catalog.string_agg(
            pg_catalog.format('(%L, %L, %L)', k.conname, k.confrelid::pg_catalog.regclass, top.conname), ', '
        ),
        k.conrelid::pg_catalog.regclass
    ) as script,
    pg_catalog.array_agg(distinct 'pg_constraint:' || top.oid) as needs
from pg_catalog.pg_constraint as k
join pg_catalog.pg_class as c on c.oid = k.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral (
    with recursive chain as (
        select k.conparentid as oid
        union all
        select p.conparentid from chain join pg_catalog.pg_constraint as p on p.oid = chain.oid where p.conparentid <> 0
    )
    select p.oid, p.conname
    from chain
    join pg_catalog.pg_constraint as p on p.oid = chain.oid
    where p.conparentid = 0 and p.conrelid = k.conrelid
) as top
where k.contype = 'f'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
group by k.conrelid
union all
-- A foreign key that came with its parent's is told from one that found its parent's by this alone.
select
    'pg_class',
    k.conrelid::text,
    'inherited constraints',
    39,
    pg_catalog.format('inherited constraints of table %s', k.conrelid::pg_catalog.regclass),
    pg_catalog.format(
        'update pg_catalog.pg_constraint set connoinherit = false'
        ' where conrelid = %L::pg_catalog.regclass and conname = any(%L::pg_catalog.name[])',
        k.conrelid::pg_catalog.regclass,
        pg_catalog.array_agg(k.conname)
    ),
    pg_catalog.array_agg('pg_constraint:' || k.conparentid)
from pg_catalog.pg_constraint as k
join pg_catalog.pg_constraint as parent on parent.oid = k.conparentid
where k.contype = 'f'
    and not k.connoinherit
    and parent.conrelid <> k.conrelid
    and parent.confrelid = k.confrelid
group by k.conrelid`,
  constraints: `-- Children come before their parents, so that what both declare is merged and keeps its name.
with recursive depth as (
    select c.oid, 0 as level
    from pg_catalog.pg_class as c
    where c.relkind in ('r', 'p', 'f') and not exists (
        select from pg_catalog.pg_inherits as i where i.inhrelid = c.oid
    )
    union all
    select i.inhrelid, d.level + 1
    from depth as d
    join pg_catalog.pg_inherits as i on i.inhparent = d.oid
),
level as (
    select d.oid, pg_catalog.max(d.level) as level from depth as d group by d.oid
)
select
    'pg_constraint' as catalog,
    k.oid::text as id,
    case when k.conrelid = 0 then 11 when k.contype = 'f' then 38 else 30 end as stage,
    -level.level as rank,
    pg_catalog.format(
        'constraint %I on %s',
        k.conname,
        case when k.conrelid <> 0 then k.conrelid::pg_catalog.regclass::text
        else k.contypid::pg_catalog.regtype::text end
    ) as object,
    case when k.conrelid = 0 then
        pg_catalog.format(
            'alter domain %s add constraint %I %s',
            k.contypid::pg_catalog.regtype,
            k.conname,
            pg_catalog.pg_get_constraintdef(k.oid)
        )
    else
        pg_catalog.format(
            'alter table %s%s add constraint %I %s',
            -- The keys of partitions have names of their own; foreign keys and checks find the children's.
            case when k.contype in ('p', 'u', 'x') then 'only ' end,
            k.conrelid::pg_catalog.regclass,
            k.conname,
            pg_catalog.pg_get_constraintdef(k.oid)
        )
    end as script
from pg_catalog.pg_constraint as k
join pg_catalog.pg_namespace as n on n.oid = k.connamespace
left join level on level.oid = k.conrelid
left join pg_catalog.pg_constraint as parent on parent.oid = k.conparentid
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (
        k.contype in ('p', 'u', 'x')
        or (k.contype = 'c' and (k.conislocal or k.conrelid = 0))
        -- What stands beside the table itself stands here only when it is not validated.
        or (k.contype = 'n' and k.conislocal and not k.convalidated and k.conrelid <> 0)
        -- Those that a partitioned referenced table adds on the same table come by themselves.
        or (
            k.contype = 'f'
            and (k.conparentid = 0 or (parent.conrelid <> k.conrelid and parent.confrelid = k.confrelid))
        )
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
            and (
                (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = k.conrelid)
                or (d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = k.contypid)
            )
    )`,
  database: `-- The database itself. Its locale has other columns in each major.
select
    d.datname as name,
    d.datdba::pg_catalog.regrole::text as owner,
    o.rolname as "ownerName",
    o.rolvaliduntil is not null as "ownerExpires",
    s.rolname as superuser,
    pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
    d.datlocprovider::text as "localeProvider",
    coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale') as locale,
    d.datcollate as "lcCollate",
    d.datctype as "lcCtype",
    (
        select pg_catalog.string_agg(
            pg_catalog.format(
                'grant %s on database %I to %s%s',
                e.privileges,
                d.datname,
                case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end,
                case when e.is_grantable then ' with grant option' end
            ),
            '; '
        )
        from (
            select a.grantee, a.is_grantable, pg_catalog.string_agg(a.privilege_type, ', ') as privileges
            from pg_catalog.aclexplode(d.datacl) as a
            group by a.grantee, a.is_grantable
        ) as e
    ) as grants,
    pg_catalog.shobj_description(d.oid, 'pg_database') as comment
from pg_catalog.pg_database as d
join pg_catalog.pg_roles as o on o.oid = d.datdba
join pg_catalog.pg_roles as s on s.oid = 10
where d.datname = pg_catalog.current_database()`,
  defaultPrivileges: `-- Those without a schema replace what PostgreSQL gives by itself, those with one are added to it.
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
) as alter_default (phrase)`,
  defaults: `-- The defaults that need other objects, of tables and of views.
select
    'pg_attrdef' as catalog,
    def.oid::text as id,
    24 as stage,
    pg_catalog.format('default of column %s.%I', c.oid::pg_catalog.regclass, a.attname) as object,
    pg_catalog.format(
        'alter table only %s alter column %I set default %s',
        c.oid::pg_catalog.regclass,
        a.attname,
        pg_catalog.pg_get_expr(def.adbin, def.adrelid)
    ) as script
from pg_catalog.pg_attrdef as def
join pg_catalog.pg_class as c on c.oid = def.adrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
where a.attgenerated = ''
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (
        c.relkind = 'v'
        or exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )`,
  dependencies: `-- What needs what, both named by catalog and OID. What PostgreSQL came with is always there. Keys and
-- indexes of partitions ('P', 'S') are made before their parents', and attached to them.
select distinct
    pg_catalog.regexp_replace(d.classid::pg_catalog.regclass::text, '^pg_catalog\\.', '') || ':' || d.objid as dependent,
    pg_catalog.regexp_replace(d.refclassid::pg_catalog.regclass::text, '^pg_catalog\\.', '') || ':' || d.refobjid as needed
from pg_catalog.pg_depend as d
where d.objid >= 16384
    and d.refobjid >= 16384
    and d.deptype not in ('P', 'S')
    and (d.classid, d.objid) <> (d.refclassid, d.refobjid)`,
  eventTriggers: `-- Last of all, so that they see nothing of how the copy is made.
select
    'pg_event_trigger' as catalog,
    e.oid::text as id,
    95 as stage,
    pg_catalog.format('event trigger %I', e.evtname) as object,
    pg_catalog.concat(
        pg_catalog.format('create event trigger %I on %s', e.evtname, e.evtevent),
        ' when tag in (' || (
            select pg_catalog.string_agg(pg_catalog.quote_literal(tag), ', ') from pg_catalog.unnest(e.evttags) as tag
        ) || ')',
        pg_catalog.format(' execute function %s()', e.evtfoid::pg_catalog.regproc),
        pg_catalog.format('; alter event trigger %I owner to %s', e.evtname, e.evtowner::pg_catalog.regrole),
        pg_catalog.format('; alter event trigger %I ', e.evtname)
            || case e.evtenabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' end
    ) as script
from pg_catalog.pg_event_trigger as e
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass and d.objid = e.oid and d.deptype = 'e'
)`,
  extensions: `-- In the order in which they were made, which is one that respects what they require.
select
    e.oid::text as id,
    e.extname as name,
    e.extversion as version,
    n.nspname as schema,
    e.extowner::pg_catalog.regrole::text as owner,
    n.nspname !~ '^pg_' and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
    ) as "inSchema"
from pg_catalog.pg_extension as e
join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
order by e.oid`,
  foreignData: `-- Wrappers and servers, without the options of the servers: nothing that runs on the copy may reach
-- what the target reaches. User mappings, which hold passwords, are not read.
select
    'pg_foreign_data_wrapper' as catalog,
    w.oid::text as id,
    '' as part,
    15 as stage,
    pg_catalog.format('foreign data wrapper %I', w.fdwname) as object,
    pg_catalog.format(
        'create foreign data wrapper %1$I %2$s %3$s; alter foreign data wrapper %1$I owner to %4$s',
        w.fdwname,
        'handler ' || nullif(w.fdwhandler, 0)::pg_catalog.regproc,
        'validator ' || nullif(w.fdwvalidator, 0)::pg_catalog.regproc,
        w.fdwowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_foreign_data_wrapper as w
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
        and d.objid = w.oid
        and d.deptype = 'e'
)
union all
select
    'pg_foreign_server',
    s.oid::text,
    '',
    16,
    pg_catalog.format('server %I', s.srvname),
    pg_catalog.format(
        'create server %1$I%2$s%3$s foreign data wrapper %4$I%5$s; alter server %1$I owner to %6$s',
        s.srvname,
        ' type ' || pg_catalog.quote_literal(s.srvtype),
        ' version ' || pg_catalog.quote_literal(s.srvversion),
        w.fdwname,
        -- Without an address these two would take the machine's own.
        case when w.fdwname in ('postgres_fdw', 'dblink_fdw') then
            ' options (host ''127.0.0.1'', port ''1'', dbname ''none'')'
        end,
        s.srvowner::pg_catalog.regrole
    )
from pg_catalog.pg_foreign_server as s
join pg_catalog.pg_foreign_data_wrapper as w on w.oid = s.srvfdw
where not exists (
    select
    from pg_catalog.pg_depend as d
    where d.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass and d.objid = s.oid and d.deptype = 'e'
)`,
  grants: `-- What differs from what an owner gives by itself, or an extension when it is made: that is taken back,
-- then each right is granted, those of the owner first.
with object as (
    select
        'pg_namespace' as catalog,
        n.oid,
        'schema' as kind,
        pg_catalog.quote_ident(n.nspname) as identity,
        n.nspacl as acl,
        n.nspowner as owner,
        'n'::"char" as letter,
        '' as columns
    from pg_catalog.pg_namespace as n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_class',
        c.oid,
        case c.relkind when 'S' then 'sequence' else 'table' end,
        c.oid::pg_catalog.regclass::text,
        c.relacl,
        c.relowner,
        case c.relkind when 'S' then 's'::"char" else 'r'::"char" end,
        ''
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_class',
        c.oid,
        'table',
        c.oid::pg_catalog.regclass::text,
        a.attacl,
        c.relowner,
        'c'::"char",
        pg_catalog.format(' (%I)', a.attname)
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where a.attacl is not null
        and not a.attisdropped
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
    union all
    select
        'pg_proc',
        p.oid,
        case p.prokind when 'p' then 'procedure' else 'function' end,
        p.oid::pg_catalog.regprocedure::text,
        p.proacl,
        p.proowner,
        'f'::"char",
        ''
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_type',
        t.oid,
        'type',
        t.oid::pg_catalog.regtype::text,
        t.typacl,
        t.typowner,
        'T'::"char",
        ''
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where t.typacl is not null and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select
        'pg_foreign_server',
        s.oid,
        'foreign server',
        pg_catalog.quote_ident(s.srvname),
        s.srvacl,
        s.srvowner,
        'S'::"char",
        ''
    from pg_catalog.pg_foreign_server as s
    union all
    select
        'pg_foreign_data_wrapper',
        w.oid,
        'foreign data wrapper',
        pg_catalog.quote_ident(w.fdwname),
        w.fdwacl,
        w.fdwowner,
        'F'::"char",
        ''
    from pg_catalog.pg_foreign_data_wrapper as w
    union all
    select 'pg_language', l.oid, 'language', pg_catalog.quote_ident(l.lanname), l.lanacl, l.lanowner, 'l'::"char", ''
    from pg_catalog.pg_language as l
    where l.lanpltrusted and l.lanacl is not null
),
given as (
    -- What the object has in the copy before anything is granted: the public schema as the server is
    -- made with it, the rest as the owner or the extension gives it.
    select
        o.*,
        o.catalog || ':' || o.oid as key,
        case
            when o.catalog = 'pg_namespace' and o.identity = 'public' then
                pg_catalog.acldefault('n', o.owner) || pg_catalog.makeaclitem(0, o.owner, 'USAGE', false)
            else coalesce(
                (
                    select i.initprivs
                    from pg_catalog.pg_init_privs as i
                    where i.classoid = ('pg_catalog.' || o.catalog)::pg_catalog.regclass
                        and i.objoid = o.oid
                        and i.objsubid = 0
                        and i.privtype = 'e'
                        and o.letter <> 'c'
                ),
                pg_catalog.acldefault(o.letter, o.owner)
            )
        end as first_acl
    from object as o
),
wanted as (
    select g.*, coalesce(g.acl, pg_catalog.acldefault(g.letter, g.owner)) as last_acl
    from given as g
),
taken as (
    select
        w.key,
        w.columns,
        pg_catalog.string_agg(
            pg_catalog.format(
                'revoke all%s on %s %s from %s',
                w.columns,
                w.kind,
                w.identity,
                case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
            ),
            '; '
        ) as script
    from wanted as w
    cross join lateral (select distinct a.grantee from pg_catalog.aclexplode(w.first_acl) as a) as e
    group by w.key, w.columns
),
granted as (
    select
        w.key,
        w.columns,
        pg_catalog.string_agg(
            pg_catalog.concat(
                'set local role ' || nullif(e.grantor, w.owner)::pg_catalog.regrole || '; ',
                pg_catalog.format(
                    'grant %s on %s %s to %s',
                    e.privileges,
                    w.kind,
                    w.identity,
                    case e.grantee when 0 then 'public' else e.grantee::pg_catalog.regrole::text end
                ),
                case when e.is_grantable then ' with grant option' end,
                case when e.grantor <> w.owner then '; reset role' end
            ),
            '; '
            order by e.grantor <> w.owner, e.is_grantable desc, e.grantor
        ) as script
    from wanted as w
    cross join lateral (
        select
            a.grantor,
            a.grantee,
            a.is_grantable,
            pg_catalog.string_agg(a.privilege_type || w.columns, ', ') as privileges
        from pg_catalog.aclexplode(w.last_acl) as a
        group by a.grantor, a.grantee, a.is_grantable
    ) as e
    group by w.key, w.columns
)
select
    w.catalog,
    w.oid::text as id,
    'grants' || w.columns as part,
    70 as stage,
    pg_catalog.format('grants on %s %s%s', w.kind, w.identity, w.columns) as object,
    pg_catalog.concat_ws('; ', taken.script, granted.script) as script
from wanted as w
left join taken on taken.key = w.key and taken.columns = w.columns
left join granted on granted.key = w.key and granted.columns = w.columns
where not (w.first_acl @> w.last_acl and w.last_acl @> w.first_acl)`,
  indexSettings: `-- To which index of the parent it belongs, what the table uses it for, and whether it is one at all.
select
    'pg_class' as catalog,
    i.indexrelid::text as id,
    'settings' as part,
    35 as stage,
    pg_catalog.format('settings of index %s', i.indexrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        '; ',
        pg_catalog.format('alter index %s attach partition ', p.inhparent::pg_catalog.regclass)
            || nullif(p.inhrelid, 0)::pg_catalog.regclass,
        -- A key that came with its parent's is told from one that was attached to it by this alone.
        case when p.inhrelid is not null and not k.connoinherit then
            pg_catalog.format(
                'update pg_catalog.pg_constraint set connoinherit = false'
                ' where conrelid = %L::pg_catalog.regclass and conname = %L',
                i.indrelid::pg_catalog.regclass,
                k.conname
            )
        end,
        case when i.indisclustered then
            pg_catalog.format('alter table %s cluster on %I', i.indrelid::pg_catalog.regclass, x.relname)
        end,
        case when i.indisreplident then
            pg_catalog.format(
                'alter table %s replica identity using index %I', i.indrelid::pg_catalog.regclass, x.relname
            )
        end,
        case when x.relkind = 'i' and not (i.indisvalid and i.indisready) then
            pg_catalog.format(
                'update pg_catalog.pg_index set indisvalid = %L, indisready = %L'
                ' where indexrelid = %L::pg_catalog.regclass',
                i.indisvalid,
                i.indisready,
                i.indexrelid::pg_catalog.regclass
            )
        end
    ) as script,
    array['pg_class:' || p.inhparent] as needs
from pg_catalog.pg_index as i
join pg_catalog.pg_class as x on x.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = x.relnamespace
left join pg_catalog.pg_inherits as p on p.inhrelid = i.indexrelid
left join pg_catalog.pg_constraint as k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (p.inhrelid is not null or i.indisclustered or i.indisreplident or not i.indisvalid or not i.indisready)
    and (x.relkind = 'i' or p.inhrelid is not null)
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = i.indrelid and d.deptype = 'e'
    )`,
  indexes: `-- Those of constraints come with them.
select
    'pg_class' as catalog,
    i.indexrelid::text as id,
    34 as stage,
    pg_catalog.format('index %s', i.indexrelid::pg_catalog.regclass) as object,
    pg_catalog.pg_get_indexdef(i.indexrelid) as script
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid in (i.indrelid, i.indexrelid)
            and d.deptype = 'e'
    )`,
  memberships: `-- Options of a membership, other than admin, exist from 16 on.
select
    'pg_auth_members' as catalog,
    pg_catalog.format('%s %s %s', m.roleid, m.member, m.grantor) as id,
    1 as stage,
    (m.grantor <> 10)::integer as rank,
    pg_catalog.format('membership of %s in %s', m.member::pg_catalog.regrole, m.roleid::pg_catalog.regrole) as object,
    pg_catalog.concat(
        pg_catalog.format('grant %s to %s', m.roleid::pg_catalog.regrole, m.member::pg_catalog.regrole),
        case when o.inherits is not null then
            pg_catalog.format(' with admin %s, inherit %s, set %s', m.admin_option::text, o.inherits, o.sets)
        when m.admin_option then ' with admin option' end,
        ' granted by ' || g.oid::pg_catalog.regrole
    ) as script
from pg_catalog.pg_auth_members as m
cross join lateral (
    values (pg_catalog.to_jsonb(m) ->> 'inherit_option', pg_catalog.to_jsonb(m) ->> 'set_option')
) as o (inherits, sets)
left join pg_catalog.pg_roles as g on g.oid = m.grantor
where not (
    m.member in (select r.oid from pg_catalog.pg_roles as r where r.rolname ~ '^pg_')
    and m.roleid in (select r.oid from pg_catalog.pg_roles as r where r.rolname ~ '^pg_')
)`,
  operators: `-- Operators and casts.
select
    'pg_operator' as catalog,
    o.oid::text as id,
    14 as stage,
    pg_catalog.format('operator %s', o.oid::pg_catalog.regoperator) as object,
    pg_catalog.format(
        'create operator %1$I.%2$s (%3$s); alter operator %4$s owner to %5$s',
        n.nspname,
        o.oprname,
        pg_catalog.concat_ws(
            ', ',
            'function = ' || o.oprcode::pg_catalog.regproc,
            'leftarg = ' || case when o.oprleft <> 0 then pg_catalog.format_type(o.oprleft, null) end,
            'rightarg = ' || pg_catalog.format_type(o.oprright, null),
            (
                select pg_catalog.format('commutator = operator(%I.%s)', x.nspname, c.oprname)
                from pg_catalog.pg_operator as c
                join pg_catalog.pg_namespace as x on x.oid = c.oprnamespace
                where c.oid = o.oprcom
            ),
            (
                select pg_catalog.format('negator = operator(%I.%s)', x.nspname, c.oprname)
                from pg_catalog.pg_operator as c
                join pg_catalog.pg_namespace as x on x.oid = c.oprnamespace
                where c.oid = o.oprnegate
            ),
            'restrict = ' || nullif(o.oprrest, 0)::pg_catalog.regproc,
            'join = ' || nullif(o.oprjoin, 0)::pg_catalog.regproc,
            case when o.oprcanhash then 'hashes' end,
            case when o.oprcanmerge then 'merges' end
        ),
        o.oid::pg_catalog.regoperator,
        o.oprowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_operator as o
join pg_catalog.pg_namespace as n on n.oid = o.oprnamespace
where o.oprcode <> 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and d.objid = o.oid and d.deptype = 'e'
    )
union all
select
    'pg_cast',
    c.oid::text,
    15,
    pg_catalog.format('cast from %s to %s', c.castsource::pg_catalog.regtype, c.casttarget::pg_catalog.regtype),
    pg_catalog.concat_ws(
        ' ',
        pg_catalog.format('create cast (%s as %s)', c.castsource::pg_catalog.regtype, c.casttarget::pg_catalog.regtype),
        case c.castmethod
            when 'f' then 'with function ' || c.castfunc::pg_catalog.regprocedure
            when 'i' then 'with inout'
            else 'without function'
        end,
        case c.castcontext when 'a' then 'as assignment' when 'i' then 'as implicit' end
    )
from pg_catalog.pg_cast as c
where c.oid >= 16384
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass and d.objid = c.oid and d.deptype in ('e', 'i')
    )`,
  policies: `select
    'pg_policy' as catalog,
    p.oid::text as id,
    48 as stage,
    pg_catalog.format('policy %I on %s', p.polname, p.polrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        ' ',
        pg_catalog.format('create policy %I on %s', p.polname, p.polrelid::pg_catalog.regclass),
        case when p.polpermissive then 'as permissive' else 'as restrictive' end,
        case p.polcmd
            when 'r' then 'for select'
            when 'a' then 'for insert'
            when 'w' then 'for update'
            when 'd' then 'for delete'
            else 'for all'
        end,
        'to ' || (
            select pg_catalog.string_agg(
                case role when 0 then 'public' else role::pg_catalog.regrole::text end, ', '
            )
            from pg_catalog.unnest(p.polroles) as role
        ),
        'using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
        'with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'
    ) as script
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e'
    )`,
  publications: `select
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
join pg_catalog.pg_publication as p on p.oid = s.pnpubid`,
  refreshes: `-- A materialized view that was filled in the target is filled here, from tables without rows.
select
    'pg_class' as catalog,
    c.oid::text as id,
    'rows' as part,
    90 as stage,
    c.oid::bigint as rank,
    pg_catalog.format('rows of materialized view %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.format('refresh materialized view %s', c.oid::pg_catalog.regclass) as script
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind = 'm'
    and c.relispopulated
    and n.nspname !~ '^pg_'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )`,
  roles: `-- Never a password.
select
    'pg_authid' as catalog,
    r.oid::text as id,
    0 as stage,
    pg_catalog.format('role %I', r.rolname) as object,
    pg_catalog.concat(
        case when r.oid <> 10 then pg_catalog.format('create role %I; ', r.rolname) end,
        pg_catalog.format(
            'alter role %I with %s connection limit %s',
            r.rolname,
            pg_catalog.concat_ws(
                ' ',
                case when r.rolsuper then 'superuser' else 'nosuperuser' end,
                case when r.rolcanlogin then 'login' else 'nologin' end,
                case when r.rolinherit then 'inherit' else 'noinherit' end,
                case when r.rolcreaterole then 'createrole' else 'nocreaterole' end,
                case when r.rolcreatedb then 'createdb' else 'nocreatedb' end,
                case when r.rolreplication then 'replication' else 'noreplication' end,
                case when r.rolbypassrls then 'bypassrls' else 'nobypassrls' end,
                'valid until ' || pg_catalog.quote_literal(r.rolvaliduntil)
            ),
            r.rolconnlimit
        ),
        pg_catalog.format('; comment on role %I is ', r.rolname)
            || pg_catalog.quote_literal(pg_catalog.shobj_description(r.oid, 'pg_authid'))
    ) as script
from pg_catalog.pg_roles as r
where r.rolname !~ '^pg_'`,
  routines: `select
    'pg_proc' as catalog,
    p.oid::text as id,
    12 as stage,
    pg_catalog.format('function %s', p.oid::pg_catalog.regprocedure) as object,
    pg_catalog.format(
        '%s; alter routine %s owner to %s',
        pg_catalog.pg_get_functiondef(p.oid),
        p.oid::pg_catalog.regprocedure,
        p.proowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where p.prokind <> 'a'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    -- 'i': the constructors of a range type.
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype in ('e', 'i')
    )`,
  rules: `select
    'pg_rewrite' as catalog,
    r.oid::text as id,
    44 as stage,
    pg_catalog.format('rule %I on %s', r.rulename, r.ev_class::pg_catalog.regclass) as object,
    pg_catalog.concat(
        pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';'),
        pg_catalog.format('; alter table %s ', r.ev_class::pg_catalog.regclass)
            || case r.ev_enabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' end
            || pg_catalog.format(' rule %I', r.rulename)
    ) as script
from pg_catalog.pg_rewrite as r
join pg_catalog.pg_class as c on c.oid = r.ev_class
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where r.rulename <> '_RETURN'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid and d.deptype = 'e'
    )`,
  schemas: `-- A schema that an extension brings comes with the extension.
select
    'pg_namespace' as catalog,
    n.oid::text as id,
    0 as stage,
    pg_catalog.format('schema %I', n.nspname) as object,
    pg_catalog.format(
        'create schema if not exists %1$I; alter schema %1$I owner to %2$s',
        n.nspname,
        n.nspowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_namespace as n
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
    )
union all
select 'none', 'public', 0, 'schema public', 'drop schema public'
where not exists (select from pg_catalog.pg_namespace where nspname = 'public')`,
  sequenceOwners: `select
    'pg_class' as catalog,
    d.objid::text as id,
    'owner' as part,
    25 as stage,
    pg_catalog.format('owner of sequence %s', d.objid::pg_catalog.regclass) as object,
    pg_catalog.format(
        'alter sequence %s owned by %s.%I',
        d.objid::pg_catalog.regclass,
        d.refobjid::pg_catalog.regclass,
        a.attname
    ) as script,
    array['pg_class:' || d.refobjid] as needs
from pg_catalog.pg_depend as d
join pg_catalog.pg_sequence as s on s.seqrelid = d.objid
join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.deptype = 'a'
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = d.classid and e.objid in (d.objid, d.refobjid) and e.deptype = 'e'
    )`,
  sequences: `-- Sequences of identity columns come with their columns.
select
    'pg_class' as catalog,
    c.oid::text as id,
    20 as stage,
    pg_catalog.format('sequence %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.format(
        'create %1$ssequence %2$s as %3$s start %4$s increment %5$s minvalue %6$s maxvalue %7$s cache %8$s %9$s;'
        ' alter sequence %2$s owner to %10$s',
        case c.relpersistence when 'u' then 'unlogged ' end,
        c.oid::pg_catalog.regclass,
        s.seqtypid::pg_catalog.regtype,
        s.seqstart,
        s.seqincrement,
        s.seqmin,
        s.seqmax,
        s.seqcache,
        case when s.seqcycle then 'cycle' end,
        c.relowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_sequence as s
join pg_catalog.pg_class as c on c.oid = s.seqrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype in ('e', 'i')
    )`,
  settings: `-- What "alter role … set" and "alter database … set" left for this database.
select
    s.setrole::pg_catalog.regrole::text as role,
    s.setrole = 0 as "everyRole",
    s.setdatabase <> 0 as "inDatabase",
    s.setconfig as settings
from pg_catalog.pg_db_role_setting as s
where s.setdatabase in (
    0,
    (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
)`,
  standIns: `-- For each extension that the copy lacks: its schemas, and a domain over text for each of its types.
with part as (
    select
        e.extname as extension,
        0 as place,
        pg_catalog.format('create schema if not exists %I', n.nspname) as script
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n
        on n.oid = e.extnamespace
        or n.oid in (
            select d.objid
            from pg_catalog.pg_depend as d
            where d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                and d.refobjid = e.oid
                and d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                and d.deptype = 'e'
        )
    where n.nspname !~ '^pg_'
    union all
    select
        e.extname,
        t.oid::bigint,
        pg_catalog.format(
            'create domain %s as %s',
            t.oid::pg_catalog.regtype,
            case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) else 'pg_catalog.text' end
        )
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_depend as d
        on d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        and d.refobjid = e.oid
        and d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
    join pg_catalog.pg_type as t on t.oid = d.objid
    where t.typcategory <> 'A' and t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
)
select p.extension, pg_catalog.string_agg(p.script, '; ' order by p.place) as script
from part as p
where p.extension = any($1::text[])
group by p.extension`,
  statistics: `select
    'pg_statistic_ext' as catalog,
    s.oid::text as id,
    49 as stage,
    pg_catalog.format('statistics %I.%I', n.nspname, s.stxname) as object,
    pg_catalog.concat(
        pg_catalog.pg_get_statisticsobjdef(s.oid),
        pg_catalog.format('; alter statistics %I.%I owner to %s', n.nspname, s.stxname, s.stxowner::pg_catalog.regrole),
        pg_catalog.format('; alter statistics %I.%I set statistics ', n.nspname, s.stxname)
            || nullif(s.stxstattarget, -1)
    ) as script
from pg_catalog.pg_statistic_ext as s
join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass and d.objid = s.oid and d.deptype = 'e'
    )`,
  tables: `-- Tables, partitions and foreign tables, each with the columns in their order, attached to its parents.
-- Defaults that need other objects follow by themselves. $1 names the extensions that the copy lacks.
with foreign_type as (
    select d.objid as oid
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_extension as e on e.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
        and e.extname = any($1::text[])
),
user_table as (
    select c.*
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f')
        and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
        )
),
own_default as (
    -- Needs nothing but its own table and types: it stands with its column.
    select def.adrelid, def.adnum, pg_catalog.pg_get_expr(def.adbin, def.adrelid) as expression
    from pg_catalog.pg_attrdef as def
    join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
    where a.attgenerated <> ''
        or not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
),
not_null as (
    -- Not null is a constraint with a name from 18 on.
    select k.conrelid, k.conkey[1] as attnum, k.conname, k.connoinherit, k.convalidated, k.conislocal
    from pg_catalog.pg_constraint as k
    where k.contype = 'n' and k.conrelid <> 0
),
identity as (
    select
        d.refobjid as relid,
        d.refobjsubid as attnum,
        pg_catalog.format(
            'sequence name %s start %s increment %s minvalue %s maxvalue %s cache %s %s',
            d.objid::pg_catalog.regclass,
            s.seqstart,
            s.seqincrement,
            s.seqmin,
            s.seqmax,
            s.seqcache,
            case when s.seqcycle then 'cycle' end
        ) as options
    from pg_catalog.pg_sequence as s
    join pg_catalog.pg_depend as d
        on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = s.seqrelid and d.deptype = 'i'
),
columns as (
    select
        c.oid,
        pg_catalog.string_agg(
            pg_catalog.concat_ws(
                ' ',
                pg_catalog.quote_ident(a.attname),
                pg_catalog.format_type(a.atttypid, case when f.oid is null then a.atttypmod end),
                'options (' || (
                    select pg_catalog.string_agg(
                        pg_catalog.format('%I %L', option.option_name, option.option_value), ', '
                    )
                    from pg_catalog.pg_options_to_table(a.attfdwoptions) as option
                ) || ')',
                case when a.attcollation <> t.typcollation then
                    'collate ' || a.attcollation::pg_catalog.regcollation
                end,
                case when a.attnotnull and (v.number < 180000 or k.convalidated) then
                    coalesce('constraint ' || pg_catalog.quote_ident(k.conname) || ' ', '') || 'not null'
                    || case when k.connoinherit then ' no inherit' else '' end
                end,
                -- From 17 on a partition has its parent's identity.
                case when a.attidentity <> '' and not (c.relispartition and v.number >= 170000) then
                    pg_catalog.format(
                        'generated %s as identity (%s)',
                        case a.attidentity when 'a' then 'always' else 'by default' end,
                        i.options
                    )
                end,
                case when a.attgenerated = '' then 'default ' || def.expression end,
                case when a.attgenerated <> '' then
                    pg_catalog.format(
                        'generated always as (%s) %s',
                        def.expression,
                        case a.attgenerated when 'v' then 'virtual' else 'stored' end
                    )
                end
            ),
            ', '
            order by a.attnum
        ) as list
    from user_table as c
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    cross join (values (pg_catalog.current_setting('server_version_num')::integer)) as v (number)
    left join foreign_type as f on f.oid in (t.oid, t.typelem)
    left join own_default as def on def.adrelid = c.oid and def.adnum = a.attnum
    left join not_null as k on k.conrelid = c.oid and k.attnum = a.attnum
    left join identity as i on i.relid = c.oid and i.attnum = a.attnum
    group by c.oid
),
parents as (
    select
        i.inhrelid as oid,
        pg_catalog.string_agg(
            case when c.relispartition then
                pg_catalog.format(
                    '; alter table only %s attach partition %s %s',
                    i.inhparent::pg_catalog.regclass,
                    c.oid::pg_catalog.regclass,
                    pg_catalog.pg_get_expr(c.relpartbound, c.oid)
                )
            else
                pg_catalog.format(
                    '; alter table %s inherit %s',
                    c.oid::pg_catalog.regclass,
                    i.inhparent::pg_catalog.regclass
                )
            end,
            ''
            order by i.inhseqno
        ) as script
    from pg_catalog.pg_inherits as i
    join user_table as c on c.oid = i.inhrelid
    group by i.inhrelid
)
select
    'pg_class' as catalog,
    c.oid::text as id,
    22 as stage,
    pg_catalog.format('table %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.concat(
        'create ',
        case c.relpersistence when 'u' then 'unlogged ' end,
        case c.relkind when 'f' then 'foreign ' end,
        'table ',
        c.oid::pg_catalog.regclass,
        ' (',
        columns.list,
        ')',
        ' partition by ' || case c.relkind when 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
        (
            select pg_catalog.format(
                ' server %I options (%s)',
                s.srvname,
                (
                    select pg_catalog.string_agg(
                        pg_catalog.format('%I %L', option.option_name, option.option_value), ', '
                    )
                    from pg_catalog.pg_options_to_table(f.ftoptions) as option
                )
            )
            from pg_catalog.pg_foreign_table as f
            join pg_catalog.pg_foreign_server as s on s.oid = f.ftserver
            where f.ftrelid = c.oid
        ),
        ' using ' || nullif(am.amname, 'heap'),
        ' with (' || (
            select pg_catalog.string_agg(option.label, ', ')
            from (
                select pg_catalog.format('%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_options_to_table(c.reloptions) as o
                union all
                select pg_catalog.format('toast.%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_class as toast
                cross join pg_catalog.pg_options_to_table(toast.reloptions) as o
                where toast.oid = c.reltoastrelid
            ) as option (label)
        ) || ')',
        pg_catalog.format('; alter table %s owner to %s', c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole),
        parents.script,
        case when not c.relispartition and parents.oid is not null then
            pg_catalog.format(
                '; update pg_catalog.pg_attribute set attislocal = false'
                ' where attrelid = %1$L::pg_catalog.regclass and attname = any(%2$L::pg_catalog.name[])'
                '; update pg_catalog.pg_constraint set conislocal = false'
                ' where conrelid = %1$L::pg_catalog.regclass and conname = any(%3$L::pg_catalog.name[])',
                c.oid::pg_catalog.regclass,
                (
                    select coalesce(pg_catalog.array_agg(a.attname), '{}')
                    from pg_catalog.pg_attribute as a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attislocal
                ),
                (
                    select coalesce(pg_catalog.array_agg(k.conname), '{}')
                    from not_null as k
                    where k.conrelid = c.oid and not k.conislocal
                )
            )
        end,
        '; alter table ' || c.oid::pg_catalog.regclass || ' of ' || nullif(c.reloftype, 0)::pg_catalog.regtype,
        case when c.relrowsecurity then
            pg_catalog.format('; alter table %s enable row level security', c.oid::pg_catalog.regclass)
        end,
        case when c.relforcerowsecurity then
            pg_catalog.format('; alter table %s force row level security', c.oid::pg_catalog.regclass)
        end,
        case when c.relreplident in ('f', 'n') and c.relkind <> 'f' then
            pg_catalog.format(
                '; alter table %s replica identity %s',
                c.oid::pg_catalog.regclass,
                case c.relreplident when 'f' then 'full' else 'nothing' end
            )
        end
    ) as script
from user_table as c
left join columns on columns.oid = c.oid
left join parents on parents.oid = c.oid
left join pg_catalog.pg_am as am on am.oid = c.relam`,
  text: `-- Collations, text search dictionaries and configurations.
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
    )`,
  triggers: `-- Those of partitions come with their parent's; what is switched on or off is said for each.
select
    'pg_trigger' as catalog,
    t.oid::text as id,
    '' as part,
    46 as stage,
    pg_catalog.format('trigger %I on %s', t.tgname, t.tgrelid::pg_catalog.regclass) as object,
    pg_catalog.pg_get_triggerdef(t.oid) as script,
    null::text[] as needs
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and t.tgparentid = 0
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e'
    )
union all
select
    'pg_class',
    t.tgrelid::text,
    'trigger ' || t.tgname,
    47,
    pg_catalog.format('state of trigger %I on %s', t.tgname, t.tgrelid::pg_catalog.regclass),
    pg_catalog.format(
        'alter table only %s %s trigger %I',
        t.tgrelid::pg_catalog.regclass,
        case t.tgenabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' else 'enable' end,
        t.tgname
    ),
    array['pg_trigger:' || coalesce(nullif(t.tgparentid, 0), t.oid)]
from pg_catalog.pg_trigger as t
left join pg_catalog.pg_trigger as parent on parent.oid = t.tgparentid
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not t.tgisinternal
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (t.tgenabled <> 'O' or parent.tgenabled <> 'O')`,
  types: `-- Enums, domains, ranges and composite types. $1 names the extensions that the copy lacks: their types
-- are stood in for by types without modifiers.
with foreign_type as (
    select d.objid as oid
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_extension as e on e.oid = d.refobjid
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and d.deptype = 'e'
        and e.extname = any($1::text[])
)
select
    'pg_type' as catalog,
    t.oid::text as id,
    10 as stage,
    pg_catalog.format('type %s', t.oid::pg_catalog.regtype) as object,
    pg_catalog.format(
        case t.typtype
            when 'e' then 'create type %1$s as enum (%2$s)'
            when 'r' then 'create type %1$s as range (%2$s)'
            else 'create domain %1$s as %2$s'
        end || '; alter type %1$s owner to %3$s',
        t.oid::pg_catalog.regtype,
        case t.typtype
            when 'e' then (
                select pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
                from pg_catalog.pg_enum as e
                where e.enumtypid = t.oid
            )
            when 'r' then (
                select pg_catalog.concat_ws(
                    ', ',
                    'subtype = ' || pg_catalog.format_type(r.rngsubtype, null),
                    pg_catalog.format('multirange_type_name = %s', r.rngmultitypid::pg_catalog.regtype),
                    (
                        select pg_catalog.format('subtype_opclass = %I.%I', o.nspname, c.opcname)
                        from pg_catalog.pg_opclass as c
                        join pg_catalog.pg_namespace as o on o.oid = c.opcnamespace
                        where c.oid = r.rngsubopc
                    ),
                    'collation = ' || nullif(r.rngcollation, 0)::pg_catalog.regcollation,
                    'canonical = ' || nullif(r.rngcanonical, 0)::pg_catalog.regproc,
                    'subtype_diff = ' || nullif(r.rngsubdiff, 0)::pg_catalog.regproc
                )
                from pg_catalog.pg_range as r
                where r.rngtypid = t.oid
            )
            else pg_catalog.concat_ws(
                ' ',
                pg_catalog.format_type(
                    t.typbasetype,
                    case when t.typbasetype not in (table foreign_type) then t.typtypmod end
                ),
                case when t.typcollation <> base.typcollation then
                    'collate ' || t.typcollation::pg_catalog.regcollation
                end,
                'default ' || coalesce(pg_catalog.pg_get_expr(t.typdefaultbin, 0), pg_catalog.quote_literal(t.typdefault)),
                case when t.typnotnull then coalesce(
                    (
                        select pg_catalog.format('constraint %I ', k.conname)
                        from pg_catalog.pg_constraint as k
                        where k.contypid = t.oid and k.contype = 'n'
                    ),
                    ''
                ) || 'not null' end
            )
        end,
        t.typowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_type as t
join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
left join pg_catalog.pg_type as base on base.oid = t.typbasetype
where t.typtype in ('e', 'd', 'r')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e'
    )
union all
select
    'pg_class',
    c.oid::text,
    10,
    pg_catalog.format('type %s', c.oid::pg_catalog.regclass),
    pg_catalog.format(
        'create type %1$s as (%2$s); alter type %1$s owner to %3$s',
        c.oid::pg_catalog.regclass,
        (
            select pg_catalog.string_agg(
                pg_catalog.format(
                    '%I %s%s',
                    a.attname,
                    pg_catalog.format_type(
                        a.atttypid,
                        case when a.atttypid not in (table foreign_type) then a.atttypmod end
                    ),
                    case when a.attcollation <> t.typcollation then
                        ' collate ' || a.attcollation::pg_catalog.regcollation
                    end
                ),
                ', '
                order by a.attnum
            )
            from pg_catalog.pg_attribute as a
            join pg_catalog.pg_type as t on t.oid = a.atttypid
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        ),
        c.relowner::pg_catalog.regrole
    )
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind = 'c'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )`,
  uncopied: `-- Kinds of objects that are not recreated, for the list of what is missing.
select
    pg_catalog.format('%s %s', o.type, o.identity) as object
from (
    select tableoid, oid from pg_catalog.pg_conversion
    union all
    select tableoid, oid from pg_catalog.pg_opclass
    union all
    select tableoid, oid from pg_catalog.pg_opfamily
    union all
    select tableoid, oid from pg_catalog.pg_ts_parser
    union all
    select tableoid, oid from pg_catalog.pg_ts_template
    union all
    select tableoid, oid from pg_catalog.pg_language
    union all
    select tableoid, oid from pg_catalog.pg_transform
    union all
    select tableoid, oid from pg_catalog.pg_am
    union all
    -- A type of one's own in C has functions that only its extension's library has.
    select t.tableoid, t.oid from pg_catalog.pg_type as t where t.typtype = 'b' and t.typsubscript <> 'pg_catalog.array_subscript_handler'::pg_catalog.regproc
) as k
cross join pg_catalog.pg_identify_object(k.tableoid, k.oid, 0) as o
where k.oid >= 16384
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = k.tableoid and d.objid = k.oid and d.deptype in ('e', 'i')
    )
union all
select pg_catalog.format('subscription %I', s.subname)
from pg_catalog.pg_subscription as s
where s.subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
union all
select pg_catalog.format('tablespace of %s', c.oid::pg_catalog.regclass)
from pg_catalog.pg_class as c
where c.reltablespace <> 0 and c.oid >= 16384 and c.relkind in ('r', 'p', 'm', 'i', 'I')
    and c.relnamespace <> 'pg_toast'::pg_catalog.regnamespace`,
  views: `-- A view that is needed before it can be made has a shell: the same columns, all null.
select
    'pg_class' as catalog,
    c.oid::text as id,
    40 as stage,
    pg_catalog.format(
        case c.relkind when 'm' then 'materialized view %s' else 'view %s' end,
        c.oid::pg_catalog.regclass
    ) as object,
    pg_catalog.concat(
        case c.relkind when 'm' then 'create materialized view ' else 'create or replace view ' end,
        c.oid::pg_catalog.regclass,
        ' using ' || case c.relkind when 'm' then nullif(am.amname, 'heap') end,
        ' with (' || (
            select pg_catalog.string_agg(option.label, ', ')
            from (
                select pg_catalog.format('%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_options_to_table(c.reloptions) as o
                union all
                select pg_catalog.format('toast.%I = %L', o.option_name, o.option_value)
                from pg_catalog.pg_class as toast
                cross join pg_catalog.pg_options_to_table(toast.reloptions) as o
                where toast.oid = c.reltoastrelid
            ) as option (label)
        ) || ')',
        E' as\\n',
        pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';'),
        case c.relkind when 'm' then ' with no data' end,
        pg_catalog.format('; alter table %s owner to %s', c.oid::pg_catalog.regclass, c.relowner::pg_catalog.regrole),
        case c.relreplident when 'f' then
            pg_catalog.format('; alter table %s replica identity full', c.oid::pg_catalog.regclass)
        end
    ) as script,
    case c.relkind when 'v' then
        pg_catalog.format(
            'create view %s as select %s',
            c.oid::pg_catalog.regclass,
            (
                select pg_catalog.string_agg(
                    pg_catalog.format(
                        'null::%s%s as %I',
                        pg_catalog.format_type(a.atttypid, a.atttypmod),
                        case when a.attcollation <> t.typcollation then
                            ' collate ' || a.attcollation::pg_catalog.regcollation
                        end,
                        a.attname
                    ),
                    ', '
                    order by a.attnum
                )
                from pg_catalog.pg_attribute as a
                join pg_catalog.pg_type as t on t.oid = a.atttypid
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            )
        )
    end as shell
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_am as am on am.oid = c.relam
where c.relkind in ('v', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )`,
} as const;
