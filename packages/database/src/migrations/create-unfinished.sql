-- What was begun outside of a transaction and has no history row yet. The Supabase CLI ignores it.
create table if not exists supabase_migrations.catb_unfinished (
    version text not null,
    direction text not null check (direction in ('up', 'down')),
    started_at timestamptz not null default pg_catalog.now(),
    primary key (version, direction)
)
