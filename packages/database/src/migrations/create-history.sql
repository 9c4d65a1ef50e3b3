-- As the Supabase CLI creates it, and then the columns that the hosted API adds.
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations
    add column if not exists statements text[],
    add column if not exists name text,
    add column if not exists rollback text[],
    add column if not exists created_by text,
    add column if not exists idempotency_key text unique;
