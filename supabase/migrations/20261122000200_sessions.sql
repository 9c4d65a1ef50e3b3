-- Sessions and their tokens.
--
-- Why: a session is the unit of access, order and locality. Its id is a UUIDv7 made here, so rows
-- of one time lie together and everything older than a date is one range of keys. The token
-- `catb_<64 URL-safe letters>` carries the id and a secret of 32 bytes; only the SHA-256 of the
-- secret is kept.
-- Cost on a big database: new table, nothing is rewritten.

create type public.triage_category as enum ('emergency', 'urgent', 'routine', 'behavioral');
comment on type public.triage_category is 'How soon a vet is needed; behavioral is about conduct, not illness.';

create table public.sessions (
    id uuid not null default catb.uuid_v7(),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_active_at timestamptz not null default now(),
    revoked_at timestamptz,
    quota_spent_until timestamptz not null default '-infinity',
    last_seq integer not null default 0,
    secret_sha256 bytea not null,
    constraint sessions_pkey primary key (id),
    constraint last_seq_not_negative check (last_seq >= 0),
    constraint secret_is_a_sha256 check (octet_length(secret_sha256) = 32),
    constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 60);
-- Every turn updates its session: pages that are not full let that be a heap-only update, which
-- touches no index. No updated column is indexed for the same reason.

alter table public.sessions enable row level security;
alter table public.sessions force row level security;
revoke all on table public.sessions from public, anon, authenticated, service_role;
create policy "The owner's functions work on every session" on public.sessions
    for all to current_user using (true) with check (true);

comment on table public.sessions is 'One conversation of one person with Mu, known by its token only.';
comment on column public.sessions.id is 'UUIDv7 made by the database: begins with its time, and is the locality key of everything below.';
comment on column public.sessions.expires_at is 'From then on the token is refused; rotating the token moves it.';
comment on column public.sessions.quota_spent_until is
    'The rate limit in one column: each turn moves it on by 60 s / limit; more than 60 s ahead of now is over the limit.';
comment on column public.sessions.last_seq is 'The newest seq allotted; raised under the row lock only.';
comment on column public.sessions.secret_sha256 is 'SHA-256 of the 32-byte secret in the token; the secret itself is never stored.';

create function catb.session_of_token(p_session_token text)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: callers hold a token, not the right to read the table of sessions.
declare
    v_bytes pg_catalog.bytea;
    v_session_id pg_catalog.uuid;
begin
    if p_session_token is null or p_session_token !~ '^catb_[A-Za-z0-9_-]{64}$' then
        return null;
    end if;
    v_bytes := decode(translate(substr(p_session_token, 6), '-_', '+/'), 'base64');
    select s.id into v_session_id
    from public.sessions s
    where s.id = encode(substr(v_bytes, 1, 16), 'hex')::pg_catalog.uuid
      and s.secret_sha256 = sha256(substr(v_bytes, 17))
      and s.revoked_at is null
      and s.expires_at > now();
    return v_session_id;
end
$$;
comment on function catb.session_of_token(text) is
    'The session this token opens, or null: unknown, wrong, expired and revoked look the same.';
revoke all on function catb.session_of_token(text) from public;

create function catb.current_session_id()
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: policies ask who is asking, for roles that read no session.
declare
    v_claims pg_catalog.text := nullif(current_setting('request.jwt.claims', true), '');
    v_headers pg_catalog.text := nullif(current_setting('request.headers', true), '');
    v_claimed pg_catalog.text;
    v_token pg_catalog.text;
    v_of_claim pg_catalog.uuid;
    v_of_token pg_catalog.uuid;
begin
    -- A claim has no secret in it: it counts for the roles that a request takes on once its JWT was
    -- verified. Whoever connects as another role could write any claim he likes.
    if v_claims is not null
        and coalesce(nullif(current_setting('role'), 'none'), session_user) in ('anon', 'authenticated') then
        v_claimed := v_claims::pg_catalog.jsonb ->> 'session_id';
    end if;
    if v_headers is not null then
        v_token := v_headers::pg_catalog.jsonb ->> 'x-session-token';
    end if;
    if v_claimed is null and v_token is null then
        return null;
    end if;
    if v_claimed is not null then
        if v_claimed !~ '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' then
            return null;
        end if;
        select s.id into v_of_claim
        from public.sessions s
        where s.id = v_claimed::pg_catalog.uuid and s.revoked_at is null and s.expires_at > now();
        -- A user signed in to Supabase has a claim of this name that means a sign-in, not a session of
        -- ours: beside a token it is no contradiction.
        if v_of_claim is null and v_token is null then
            return null;
        end if;
    end if;
    if v_token is not null then
        v_of_token := catb.session_of_token(v_token);
        if v_of_token is null then
            return null;
        end if;
    end if;
    if v_of_claim <> v_of_token then
        return null;
    end if;
    return coalesce(v_of_claim, v_of_token);
exception
    -- Settings that are no JSON, or hold what jsonb can not, open nothing.
    when data_exception or program_limit_exceeded then
        return null;
end
$$;
comment on function catb.current_session_id() is
    'The session of this request, from the JWT claim session_id (of anon and authenticated only) or the header x-session-token. '
    'Null, so that policies fail closed, when both are missing, one is malformed or refused, or they differ.';
revoke all on function catb.current_session_id() from public;
-- Policies run it with the rights of the reader; without usage on the schema nobody can name it in a query.
grant execute on function catb.current_session_id() to anon, authenticated;

create policy "A session reads itself" on public.sessions
    for select to anon, authenticated using (id = (select catb.current_session_id()));
grant select (id, created_at, expires_at, last_active_at) on table public.sessions to anon, authenticated;

create function catb.require_session(p_session_token text)
returns uuid
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
    v_session_id pg_catalog.uuid;
begin
    if p_session_token is null then
        v_session_id := catb.current_session_id();
    else
        v_session_id := catb.session_of_token(p_session_token);
    end if;
    if v_session_id is null then
        perform catb.raise_error('session_token_refused');
    end if;
    return v_session_id;
end
$$;
comment on function catb.require_session(text) is
    'The session of this token, or without one that of the request; raises session_token_refused when there is none.';
revoke all on function catb.require_session(text) from public;

create function catb.new_secret()
returns bytea
language sql
volatile
security invoker
set search_path = ''
as $$
    -- Two random UUIDs: 244 random bits from the server's strong generator, without an extension.
    select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
$$;
comment on function catb.new_secret() is '32 bytes, 244 of their bits random.';
revoke all on function catb.new_secret() from public;

create function catb.format_token(p_session_id uuid, p_secret bytea)
returns text
language sql
immutable
security invoker
set search_path = ''
as $$
    select 'catb_' || translate(encode(uuid_send(p_session_id) || p_secret, 'base64'), '+/' || chr(10), '-_')
$$;
comment on function catb.format_token(uuid, bytea) is
    'catb_ and 64 URL-safe letters: base64url of the 16 bytes of the id and the 32 of the secret.';
revoke all on function catb.format_token(uuid, bytea) from public;

create function public.create_session(out session_id uuid, out session_token text, out expires_at timestamptz)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: anyone may start a session, nobody may write the table.
declare
    v_secret pg_catalog.bytea := catb.new_secret();
begin
    insert into public.sessions as s (secret_sha256, expires_at)
    values (sha256(v_secret), now() + interval '30 days')
    returning s.id, s.expires_at into session_id, expires_at;
    session_token := catb.format_token(session_id, v_secret);
end
$$;
comment on function public.create_session() is
    'Starts a session for 30 days. The token is returned once and only its hash is kept.';
revoke all on function public.create_session() from public, anon, authenticated, service_role;
grant execute on function public.create_session() to anon, authenticated, catb_server;

create function public.rotate_session_token(
    p_session_token text default null,
    out session_id uuid,
    out session_token text,
    out expires_at timestamptz
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the holder of a token may replace it, nobody may write the table.
declare
    v_secret pg_catalog.bytea := catb.new_secret();
begin
    session_id := catb.require_session(p_session_token);
    -- Of two rotations at once the second finds, once it has the row, that its token is refused.
    perform from public.sessions s where s.id = rotate_session_token.session_id for no key update;
    session_id := catb.require_session(p_session_token);
    update public.sessions s
    set secret_sha256 = sha256(v_secret), expires_at = now() + interval '30 days'
    where s.id = rotate_session_token.session_id
    returning s.expires_at into expires_at;
    session_token := catb.format_token(session_id, v_secret);
end
$$;
comment on function public.rotate_session_token(text) is
    'Replaces the token of a session: the old one is refused from now on, the new one is good for 30 days.';
revoke all on function public.rotate_session_token(text) from public, anon, authenticated, service_role;
grant execute on function public.rotate_session_token(text) to anon, authenticated, catb_server;

create function public.revoke_session(p_session_token text default null)
returns timestamptz
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the holder of a token may end the session, nobody may write the table.
declare
    v_revoked_at pg_catalog.timestamptz;
begin
    update public.sessions s set revoked_at = now()
    where s.id = catb.require_session(p_session_token)
    returning s.revoked_at into v_revoked_at;
    return v_revoked_at;
end
$$;
comment on function public.revoke_session(text) is
    'Ends a session: its token is refused from now on. What was said stays until retention or erasure.';
revoke all on function public.revoke_session(text) from public, anon, authenticated, service_role;
grant execute on function public.revoke_session(text) to anon, authenticated, catb_server;
