-- Admin keys: several, named, replaced and taken back one by one.
--
-- Why: the figures of /analytics and /metrics were to be opened by one setting that everybody shares.
-- A key that leaks has to be taken back without a restart and without locking the others out, and it
-- has to be known whose it was. A key is `catb_admin_<43 URL-safe letters>`, made here from 32 bytes;
-- only its SHA-256 is kept, so that who reads this table, or a backup of it, holds no key.
-- Cost on a big database: a new table with a row for each key, nothing is rewritten.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU040', 'admin_key_name_taken', 409, 'There is an admin key of this name.',
        'Choose another name, or rotate the key there is.'),
    ('MU041', 'admin_key_not_found', 404, 'There is no admin key of this name.', 'See the names with catb admin-key list.'),
    ('MU042', 'admin_key_name_invalid', 400, 'The name of the admin key is not valid.',
        'Use 1 to 63 of the characters a-z, 0-9, dot, underscore and hyphen, the first a letter or digit.'),
    ('MU043', 'admin_key_expiry_invalid', 400, 'The admin key would be expired already.',
        'Give a time that is still to come, or none.'),
    ('MU044', 'admin_key_revoked', 409, 'This admin key is revoked.',
        'A revoked key stays revoked: create one under another name.');

create table catb.admin_keys (
    name text not null,
    key_sha256 bytea not null,
    created_at timestamptz not null default now(),
    rotated_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    constraint admin_keys_pkey primary key (name),
    constraint admin_keys_key_sha256_key unique (key_sha256),
    constraint name_is_a_label check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    constraint key_is_a_sha256 check (octet_length(key_sha256) = 32)
);
alter table catb.admin_keys enable row level security;
alter table catb.admin_keys force row level security;
revoke all on table catb.admin_keys from public, anon, authenticated, service_role;
create policy "The owner's functions keep the admin keys" on catb.admin_keys
    for all to current_user using (true) with check (true);
comment on table catb.admin_keys is 'Keys to /analytics and /metrics, one a name. Revoked ones stay, so that a name is never given twice.';
comment on column catb.admin_keys.name is 'Who or what uses it; it is written to the log with each request.';
comment on column catb.admin_keys.key_sha256 is 'SHA-256 of the key; the key itself is never stored.';
comment on column catb.admin_keys.rotated_at is 'When the key was last replaced by a new one; null: it is the first.';
comment on column catb.admin_keys.expires_at is 'From then on the key is refused; null: never.';
comment on column catb.admin_keys.last_used_at is 'Moved at most once a day, so that a check rarely writes; null: never used.';

create function catb.admin_key_name(p_key text)
returns text
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server holds a key that somebody gave it, not the right to read the table of keys.
declare
    v_name pg_catalog.text;
    v_last_used_at pg_catalog.timestamptz;
begin
    if p_key is null or p_key !~ '^catb_admin_[A-Za-z0-9_-]{43}$' then
        return null;
    end if;
    -- Hashes are compared, so how long it takes tells nothing of the key.
    select k.name, k.last_used_at into v_name, v_last_used_at
    from catb.admin_keys k
    where k.key_sha256 = sha256(convert_to(p_key, 'UTF8'))
        and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > now());
    if found and coalesce(v_last_used_at, '-infinity') < now() - interval '1 day'
        and current_setting('transaction_read_only') = 'off' then
        update catb.admin_keys k set last_used_at = now()
        where k.name = v_name and coalesce(k.last_used_at, '-infinity') < now() - interval '1 day';
    end if;
    return v_name;
end
$$;
comment on function catb.admin_key_name(text) is
    'The name of this admin key, or null: unknown, wrong, expired and revoked look the same.';
revoke all on function catb.admin_key_name(text) from public, anon, authenticated, service_role;
grant execute on function catb.admin_key_name(text) to catb_server, catb_analyst;

create function catb.new_admin_key()
returns text
language sql
volatile
security invoker
set search_path = ''
as $$
    select 'catb_admin_' || rtrim(translate(encode(catb.new_secret(), 'base64'), '+/', '-_'), '=')
$$;
comment on function catb.new_admin_key() is 'A new admin key, not stored anywhere.';
revoke all on function catb.new_admin_key() from public, anon, authenticated, service_role;

create function catb.create_admin_key(p_name text, p_expires_at timestamptz default null)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_key pg_catalog.text := catb.new_admin_key();
begin
    if p_name is null or p_name !~ '^[a-z0-9][a-z0-9._-]{0,62}$' then
        perform catb.raise_error('admin_key_name_invalid');
    end if;
    if p_expires_at <= now() then
        perform catb.raise_error('admin_key_expiry_invalid');
    end if;
    insert into catb.admin_keys (name, key_sha256, expires_at)
    values (p_name, sha256(convert_to(v_key, 'UTF8')), p_expires_at)
    on conflict on constraint admin_keys_pkey do nothing;
    if not found then
        perform catb.raise_error('admin_key_name_taken');
    end if;
    return v_key;
end
$$;
comment on function catb.create_admin_key(text, timestamptz) is
    'Makes an admin key and returns it, this once. For the owner only. '
    'Raises admin_key_name_invalid, admin_key_name_taken, admin_key_expiry_invalid.';
revoke all on function catb.create_admin_key(text, timestamptz) from public, anon, authenticated, service_role;

create function catb.rotate_admin_key(p_name text, p_expires_at timestamptz default null)
returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_key pg_catalog.text := catb.new_admin_key();
    v_expires_at pg_catalog.timestamptz;
    v_revoked_at pg_catalog.timestamptz;
begin
    select coalesce(p_expires_at, k.expires_at), k.revoked_at into v_expires_at, v_revoked_at
    from catb.admin_keys k where k.name = p_name for update;
    if not found then
        perform catb.raise_error('admin_key_not_found');
    end if;
    if v_revoked_at is not null then
        perform catb.raise_error('admin_key_revoked');
    end if;
    if v_expires_at <= now() then
        perform catb.raise_error('admin_key_expiry_invalid');
    end if;
    update catb.admin_keys k
    set key_sha256 = sha256(convert_to(v_key, 'UTF8')), rotated_at = now(), expires_at = v_expires_at
    where k.name = p_name;
    return v_key;
end
$$;
comment on function catb.rotate_admin_key(text, timestamptz) is
    'Replaces the key of this name and returns the new one, this once; the old one is refused from the commit on. '
    'Without p_expires_at the key expires when it would have. For the owner only. '
    'Raises admin_key_not_found, admin_key_revoked, admin_key_expiry_invalid.';
revoke all on function catb.rotate_admin_key(text, timestamptz) from public, anon, authenticated, service_role;

create function catb.revoke_admin_key(p_name text)
returns timestamptz
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_revoked_at pg_catalog.timestamptz;
begin
    update catb.admin_keys k set revoked_at = coalesce(k.revoked_at, now())
    where k.name = p_name
    returning k.revoked_at into v_revoked_at;
    if not found then
        perform catb.raise_error('admin_key_not_found');
    end if;
    return v_revoked_at;
end
$$;
comment on function catb.revoke_admin_key(text) is
    'Takes the key of this name back, for good, and returns since when; a second time changes nothing. '
    'For the owner only. Raises admin_key_not_found.';
revoke all on function catb.revoke_admin_key(text) from public, anon, authenticated, service_role;
