-- As much of Supabase's platform as migrations refer to, for a server that has none of it.
create schema auth;
create table auth.users (
    id uuid primary key,
    email text,
    phone text,
    role text,
    raw_app_meta_data jsonb,
    raw_user_meta_data jsonb,
    created_at timestamptz,
    updated_at timestamptz
);
create function auth.jwt() returns jsonb language sql stable
as $$ select nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::jsonb $$;
create function auth.uid() returns uuid language sql stable as $$ select (auth.jwt() ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt() ->> 'role' $$;
create function auth.email() returns text language sql stable as $$ select auth.jwt() ->> 'email' $$;
create schema storage;
create table storage.buckets (
    id text primary key,
    name text not null,
    owner uuid,
    public boolean default false,
    file_size_limit bigint,
    allowed_mime_types text[],
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create table storage.objects (
    id uuid primary key default gen_random_uuid(),
    bucket_id text references storage.buckets (id),
    name text,
    owner uuid,
    owner_id text,
    metadata jsonb,
    path_tokens text[],
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language sql immutable
as $$ select (pg_catalog.string_to_array(name, '/'))[1:pg_catalog.cardinality(pg_catalog.string_to_array(name, '/')) - 1] $$;
create function storage.filename(name text) returns text language sql immutable
as $$ select (pg_catalog.string_to_array(name, '/'))[pg_catalog.cardinality(pg_catalog.string_to_array(name, '/'))] $$;
create function storage.extension(name text) returns text language sql immutable
as $$ select pg_catalog.reverse(pg_catalog.split_part(pg_catalog.reverse(storage.filename(name)), '.', 1)) $$;
grant usage on schema auth, storage to public;
grant execute on all functions in schema auth, storage to public;
create publication supabase_realtime;
