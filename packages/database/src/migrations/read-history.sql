-- One row: what was applied, whatever columns the table has, and whether unfinished work may exist.
select
    pg_catalog.to_regclass('supabase_migrations.catb_unfinished') is not null as has_unfinished,
    coalesce((
        select pg_catalog.json_agg(pg_catalog.to_json(m) order by m.version collate "C")
        from supabase_migrations.schema_migrations as m
    ), '[]') as rows
