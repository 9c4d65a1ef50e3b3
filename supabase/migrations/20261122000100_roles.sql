-- Roles, the private schema and the error codes.
--
-- Why: access is decided by roles that own nothing. The server connects as `catb_server`, which
-- may execute the server's functions and reads no table; analysts are `catb_analyst`; people come
-- through Supabase's `anon` and `authenticated`. Internals live in schema `catb`, which the
-- HTTP interface of Supabase does not expose.
-- Functions pin `search_path = ''` and name every type with its schema, those of PostgreSQL too:
-- even an empty path looks for types in pg_temp first, so that a caller's temporary domain named
-- uuid, with a check of his own, would run with the owner's rights.
-- Cost on a big database: none, no table is touched.

create schema catb;
comment on schema catb is 'Internals of catb: never exposed over HTTP, nothing granted by default.';
revoke all on schema catb from public;

-- Supabase has anon, authenticated and service_role already; a plain PostgreSQL does not. A role
-- that is made here says so in its comment, so that the rollback removes no role of someone else.
do $$
declare
    v_role text;
    v_is_new boolean;
begin
    foreach v_role in array array['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst'] loop
        v_is_new := not exists (select from pg_catalog.pg_roles r where r.rolname = v_role);
        if v_is_new then
            begin
                execute pg_catalog.format('create role %I nologin noinherit', v_role);
                execute pg_catalog.format('comment on role %I is %L', v_role, 'Created by catb.');
            exception when duplicate_object or unique_violation then
                -- Another database of this cluster is being migrated at the same moment.
                null;
            end;
        end if;
    end loop;
end
$$;

grant usage on schema public to anon, authenticated, service_role, catb_server, catb_analyst;
grant usage on schema catb to catb_server, catb_analyst;

-- The error codes: one table from which SQL takes message and hint, and the API its HTTP status.
create table catb.error_codes (
    sqlstate text not null,
    name text not null,
    http_status smallint not null,
    message text not null,
    hint text not null,
    constraint error_codes_pkey primary key (sqlstate),
    constraint error_codes_name_key unique (name),
    constraint sqlstate_is_of_class_mu check (sqlstate ~ '^MU[0-9]{3}$'),
    constraint http_status_is_an_error check (http_status between 400 and 599)
);
alter table catb.error_codes enable row level security;
alter table catb.error_codes force row level security;
create policy "The owner's functions read the error codes" on catb.error_codes
    for all to current_user using (true) with check (true);
comment on table catb.error_codes is
    'Errors raised by the functions of catb: SQLSTATE class MU, what it says, and the HTTP status it maps to.';
comment on column catb.error_codes.sqlstate is 'Five characters, class MU. Never reused for something else.';
comment on column catb.error_codes.name is 'The code in the JSON of the API.';
comment on column catb.error_codes.hint is 'What the caller can do about it.';

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU001', 'session_token_refused', 401, 'The session token was not accepted.',
        'Start a new session and use its token.'),
    ('MU002', 'turn_quota_exceeded', 429, 'This session has sent too many messages in a short time.',
        'Wait for the time given in the details, then send the message again.'),
    ('MU003', 'message_blank', 400, 'The message is empty.', 'Send a message with at least one visible character.'),
    ('MU004', 'message_too_long', 413, 'The message is longer than 20,000 characters.', 'Send it in shorter parts.'),
    ('MU005', 'idempotency_key_reused', 409, 'This idempotency key was used for a different message.',
        'Use a new key for a new message; repeat a key only with the same message.'),
    ('MU006', 'turn_in_progress', 409, 'This message is being answered right now.',
        'Wait for the time given in the details, then repeat the request with the same idempotency key.'),
    ('MU007', 'turn_superseded', 409, 'This attempt no longer owns the turn.',
        'A later attempt took the turn over, it was finished already, or the session was erased.'),
    ('MU008', 'reply_blank', 500, 'A finished reply has no text.', 'Record it as failed with fail_turn.'),
    ('MU009', 'reply_too_long', 500, 'The reply is longer than 300 tokens.', 'Cut the reply before it is stored.'),
    ('MU010', 'message_not_found', 404, 'There is no such answer in this session.',
        'Give the seq of an answer from this session''s history.'),
    ('MU011', 'page_invalid', 400, 'The page asked for is not valid.',
        'Use a limit from 1 to 200 and a positive "before", or leave them out.'),
    ('MU012', 'preferences_invalid', 400, 'The preferences are not valid.',
        'See the details for the field and what it may hold.'),
    ('MU013', 'feedback_invalid', 400, 'The feedback is not valid.',
        'The rating is "up" or "down"; a comment has at most 2,000 characters.'),
    ('MU014', 'reason_required', 400, 'Reading a transcript needs a reason.',
        'Give a reason of at least 10 characters; it is written to the audit log.'),
    ('MU015', 'idempotency_key_invalid', 400, 'The idempotency key is not valid.',
        'Use 1 to 200 characters, a UUID for example.'),
    ('MU016', 'session_not_found', 404, 'There is no such session.', 'Check the session id.');

create function catb.raise_error(p_name text, p_detail text default null)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
    v_error catb.error_codes;
begin
    select * into strict v_error from catb.error_codes e where e.name = p_name;
    raise exception using
        errcode = v_error.sqlstate,
        message = v_error.message,
        detail = coalesce(p_detail, ''),
        hint = v_error.hint;
end
$$;
comment on function catb.raise_error(text, text) is
    'Raises the error of this name with its own SQLSTATE, message and hint, and the detail given.';
revoke all on function catb.raise_error(text, text) from public;

create function catb.uuid_v7()
returns uuid
language plpgsql
volatile
parallel safe
security invoker
set search_path = ''
as $$
-- plpgsql and not sql, here and wherever a turn passes: it keeps its plan, where a sql function
-- that pins its search_path is planned anew at every call (measured: 20 times slower).
begin
    -- 48 bits of milliseconds over a random version 4 value, then the version bits 0111.
    return encode(
        set_bit(
            set_bit(
                overlay(
                    uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
                52, 1),
            53, 1),
        'hex')::pg_catalog.uuid;
end
$$;
comment on function catb.uuid_v7() is
    'A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. PostgreSQL has its own only from 18 on.';
revoke all on function catb.uuid_v7() from public;
