-- Legal holds: a session that nothing may erase until the hold is released.
--
-- Why: what is asked for in a dispute must still be there when a court asks for it. A hold beats every
-- retention policy, and a person's own erasure too: that is refused with session_on_hold. So it is kept where
-- no caller can go round it. A foreign key keeps the session, also from a delete that began a moment before
-- the hold; triggers say so in words, and keep the rows that belong to it, and the tables from TRUNCATE.
-- Once released, a hold names its session by a hash only, as the audit log does.
-- Cost on a big database: a new table. Triggers on the tables of a session need a short lock on each (SHARE
-- ROW EXCLUSIVE). A turn deletes nothing and pays nothing; a deleted session pays a look into a small table
-- for each of its tables. The audit log is locked and scanned for its new constraints; it is small.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU070', 'session_on_hold', 409, 'This session has to be kept for a legal reason and can not be erased now.',
        'Ask again when the hold is released; whoever runs the service can tell you more.'),
    ('MU071', 'hold_invalid', 400, 'This hold can not be placed or released.',
        'Name a session or a hold that is there, and give a reason of 10 to 1,000 characters.');

alter table public.audit_log
    alter column session_sha256 drop not null,
    drop constraint action_is_known,
    add constraint action_is_known check (action in (
        'session_erased', 'transcript_requested', 'transcript_read', 'hold_placed', 'hold_released',
        'retention_policy_set', 'retention_policy_removed')),
    add constraint entry_has_its_session check (session_sha256 is not null or action like 'retention\_policy\_%');
-- What the rollback of this migration put aside, where it was taken back and comes again. No policy lets the
-- owner change an entry.
alter table public.audit_log no force row level security;
update public.audit_log
set action = counts ->> 'putAside',
    session_sha256 = case when counts ->> 'putAside' not like 'retention\_policy\_%' then session_sha256 end,
    counts = counts -> 'counts'
where counts ? 'putAside';
alter table public.audit_log force row level security;
comment on column public.audit_log.session_sha256 is
    'SHA-256 of the session id: whoever knows the id can check the entry, nobody can get the id from it. '
    'Null where the entry is about no session.';
comment on column public.audit_log.counts is 'How many rows, by table; of a retention policy: what it was and is.';

create table catb.legal_holds (
    placed_at timestamptz not null default now(),
    released_at timestamptz,
    id uuid not null default catb.uuid_v7(),
    session_id uuid,
    session_sha256 bytea not null,
    placed_by text not null default session_user,
    released_by text,
    reason text not null,
    release_reason text,
    constraint legal_holds_pkey primary key (id),
    constraint legal_holds_session_id_fkey foreign key (session_id) references public.sessions (id) on delete restrict,
    constraint session_is_a_sha256 check (octet_length(session_sha256) = 32),
    constraint names_its_session_until_released check ((session_id is null) = (released_at is not null)),
    constraint released_by_someone_for_a_reason check (
        (released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null)),
    constraint reasons_from_10_to_1000_characters check (
        char_length(reason) >= 10 and char_length(reason) <= 1000
        and char_length(release_reason) >= 10 and char_length(release_reason) <= 1000)
);
create index legal_holds_session_id on catb.legal_holds (session_id);
alter table catb.legal_holds enable row level security;
alter table catb.legal_holds force row level security;
revoke all on table catb.legal_holds from public, anon, authenticated, service_role;
create policy "The owner places holds" on catb.legal_holds
    for insert to current_user with check (true);
create policy "The owner's functions read the holds" on catb.legal_holds
    for select to current_user using (true);
create policy "The owner releases holds" on catb.legal_holds
    for update to current_user using (released_at is null) with check (true);
comment on table catb.legal_holds is
    'Sessions that must not be erased, why, and until when that was so. Nobody deletes a hold: it is released.';
comment on column catb.legal_holds.session_id is 'The session that is held; null once it is not.';
comment on column catb.legal_holds.session_sha256 is
    'SHA-256 of the session id, which stays: whoever knows the id can check the entry.';
comment on column catb.legal_holds.reason is 'Why, in the words of whoever placed it: no content of the conversation.';

create function catb.place_hold(p_session_id uuid, p_reason text)
returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_sha256 constant pg_catalog.bytea := sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8'));
    v_reason constant pg_catalog.text := btrim(p_reason);
    v_hold_id pg_catalog.uuid;
begin
    if coalesce(char_length(v_reason), 0) not between 10 and 1000 then
        perform catb.raise_error('hold_invalid', 'The reason has fewer than 10 characters, or more than 1,000.');
    end if;
    -- Whoever deletes the session at this moment is waited for.
    perform from public.sessions s where s.id = p_session_id for key share;
    if not found then
        perform catb.raise_error('hold_invalid', 'There is no such session.');
    end if;
    insert into catb.legal_holds as h (session_id, session_sha256, reason)
    values (p_session_id, v_sha256, v_reason)
    returning h.id into v_hold_id;
    insert into public.audit_log (action, actor, session_sha256, reason)
    values ('hold_placed', session_user, v_sha256, v_reason);
    return v_hold_id;
end
$$;
comment on function catb.place_hold(uuid, text) is
    'Keeps a session from every erasure until the hold of the id returned is released; a session may have several. '
    'For the owner. Raises hold_invalid.';
revoke all on function catb.place_hold(uuid, text) from public, anon, authenticated, service_role;

create function catb.release_hold(p_hold_id uuid, p_reason text)
returns timestamptz
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_reason constant pg_catalog.text := btrim(p_reason);
    v_sha256 pg_catalog.bytea;
    v_released_at pg_catalog.timestamptz;
begin
    if coalesce(char_length(v_reason), 0) not between 10 and 1000 then
        perform catb.raise_error('hold_invalid', 'The reason has fewer than 10 characters, or more than 1,000.');
    end if;
    update catb.legal_holds h
    set session_id = null, released_at = now(), released_by = session_user, release_reason = v_reason
    where h.id = p_hold_id and h.released_at is null
    returning h.session_sha256, h.released_at into v_sha256, v_released_at;
    if not found then
        perform catb.raise_error('hold_invalid', 'There is no such hold, or it is released already.');
    end if;
    insert into public.audit_log (action, actor, session_sha256, reason)
    values ('hold_released', session_user, v_sha256, v_reason);
    return v_released_at;
end
$$;
comment on function catb.release_hold(uuid, text) is
    'Releases a hold: from now on the session may go again, by policy or on request, unless another hold keeps it. '
    'For the owner. Raises hold_invalid.';
revoke all on function catb.release_hold(uuid, text) from public, anon, authenticated, service_role;

create function catb.keep_held_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever erases a session may not read the holds.
begin
    if exists (select from catb.legal_holds h where h.session_id = old.id) then
        perform catb.raise_error('session_on_hold');
    end if;
    return old;
end
$$;
comment on function catb.keep_held_session() is
    'Trigger: a session on hold is not deleted, whoever deletes it and how. Raises session_on_hold.';
revoke all on function catb.keep_held_session() from public;
-- By its name it comes before keep_usage.
create trigger keep_held before delete on public.sessions
    for each row execute function catb.keep_held_session();

create function catb.keep_rows_of_held_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever deletes rows may not read the holds.
begin
    if exists (select from deleted d join catb.legal_holds h on h.session_id = d.session_id) then
        perform catb.raise_error('session_on_hold');
    end if;
    return null;
end
$$;
comment on function catb.keep_rows_of_held_session() is
    'Trigger: what belongs to a session on hold is not deleted either. Raises session_on_hold.';
revoke all on function catb.keep_rows_of_held_session() from public;

create function catb.keep_held_tables()
returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever empties a table may not read the holds.
begin
    if exists (select from catb.legal_holds h where h.session_id is not null) then
        perform catb.raise_error('session_on_hold', 'A table that is emptied would lose a session on hold.');
    end if;
    return null;
end
$$;
comment on function catb.keep_held_tables() is
    'Trigger: no table of sessions is emptied while one is on hold. Raises session_on_hold.';
revoke all on function catb.keep_held_tables() from public;

do $$
declare
    v_table pg_catalog.text;
begin
    foreach v_table in array array['messages', 'model_calls', 'feedback', 'preferences', 'context_summaries',
        'imported_conversations'] loop
        execute format('create trigger keep_held after delete on public.%I referencing old table as deleted '
            'for each statement execute function catb.keep_rows_of_held_session()', v_table);
        execute format('create trigger keep_held_table before truncate on public.%I '
            'for each statement execute function catb.keep_held_tables()', v_table);
    end loop;
end
$$;
create trigger keep_held_table before truncate on public.sessions
    for each statement execute function catb.keep_held_tables();
create trigger keep_held_table before truncate on catb.legal_holds
    for each statement execute function catb.keep_held_tables();

create function catb.keep_hold()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    -- An owner with BYPASSRLS, as on Supabase, is under no policy.
    if tg_op = 'DELETE' then
        perform catb.raise_error('hold_invalid', 'A hold is released, and stays in the record.');
    elsif old.released_at is not null or new.id <> old.id or new.session_sha256 <> old.session_sha256
        or new.reason <> old.reason or new.placed_by <> old.placed_by or new.placed_at <> old.placed_at
        or new.session_id <> old.session_id then
        perform catb.raise_error('hold_invalid', 'Nothing about a hold changes but that it is released, once.');
    end if;
    return new;
end
$$;
comment on function catb.keep_hold() is
    'Trigger: a hold is never deleted, and nothing about it changes but that it is released. Raises hold_invalid.';
revoke all on function catb.keep_hold() from public;
create trigger keep_hold before update or delete on catb.legal_holds
    for each row execute function catb.keep_hold();
