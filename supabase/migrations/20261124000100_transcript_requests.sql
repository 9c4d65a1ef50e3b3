-- A transcript is read in two steps: a request that is committed, then the reading.
--
-- Why: catb.read_transcript wrote the audit log and returned the conversation in one transaction.
-- An analyst who rolled it back had read the conversation, and the log was as if he had not. Now the
-- conversation comes only for a request that another transaction has committed: whoever has read
-- anything is in the log, with his reason, and can't take that back. The entry of the reading itself
-- can still be rolled back; it counts how often, the request says who and why.
-- Cost on a big database: the audit log is locked and scanned once for its new constraint; it has one
-- row for each erasure and reading. Nothing else is touched.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU017', 'transcript_request_refused', 403, 'This request does not open the transcript of this session.',
        'Call catb.request_transcript, commit, and read within an hour as the same role.');

alter table public.audit_log
    add column request_id uuid,
    add column transaction_id xid8,
    drop constraint action_is_known,
    add constraint action_is_known
        check (action in ('session_erased', 'transcript_requested', 'transcript_read'));
comment on column public.audit_log.request_id is 'Of a reading: the entry of the request that it was opened by.';
comment on column public.audit_log.transaction_id is
    'Of a request: the transaction that made it, in which it opens nothing.';

-- What the rollback of this migration put aside, where it was taken back and comes again. The owner is
-- under the forced policies where he lacks BYPASSRLS, and none lets him change an entry.
alter table public.audit_log no force row level security;
update public.audit_log
set action = counts ->> 'action',
    request_id = (counts ->> 'requestId')::uuid,
    transaction_id = (counts ->> 'transactionId')::xid8,
    counts = counts - array['action', 'requestId', 'transactionId']
where counts ? 'action';
alter table public.audit_log force row level security;

drop function catb.read_transcript(uuid, text);

create function catb.request_transcript(p_session_id uuid, p_reason text)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: an analyst writes to the audit log through here only, and under his own name.
declare
    v_request_id pg_catalog.uuid;
begin
    if p_reason is null or char_length(btrim(p_reason)) < 10 then
        perform catb.raise_error('reason_required');
    end if;
    if not exists (select from public.sessions s where s.id = p_session_id) then
        perform catb.raise_error('session_not_found');
    end if;
    insert into public.audit_log as a (action, actor, session_sha256, reason, counts, transaction_id)
    values ('transcript_requested', session_user, sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8')),
        left(btrim(p_reason), 1000),
        jsonb_build_object('messages', (select count(*) from public.messages m where m.session_id = p_session_id)),
        -- Of the transaction as a whole: in its savepoints it is the same.
        pg_current_xact_id())
    returning a.id into v_request_id;
    return v_request_id;
end
$$;
comment on function catb.request_transcript(uuid, text) is
    'Writes down who wants to read this session''s conversation and why. Once that is committed, the id it returns '
    'opens the conversation to the same role for an hour. Raises reason_required, session_not_found.';
revoke all on function catb.request_transcript(uuid, text) from public;
grant execute on function catb.request_transcript(uuid, text) to catb_analyst;

create function catb.read_transcript(p_request_id uuid, p_session_id uuid)
returns table (seq integer, role public.message_role, state public.message_state, content text, created_at timestamptz)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: an analyst reads no content but through here, for a request that is written down for good.
declare
    v_sha256 constant pg_catalog.bytea := sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8'));
    v_request public.audit_log;
begin
    select * into v_request from public.audit_log a
    where a.id = p_request_id and a.action = 'transcript_requested'
        and a.actor = session_user and a.session_sha256 = v_sha256;
    if not found then
        perform catb.raise_error('transcript_request_refused', 'You have made no such request for this session.');
    end if;
    -- A row of another transaction is seen once that is committed, and not before.
    if v_request.transaction_id = pg_current_xact_id_if_assigned() then
        perform catb.raise_error('transcript_request_refused', 'The transaction that made it is not committed yet.');
    end if;
    -- The clock, and not the transaction's time, which stands still for as long as it is kept open.
    if clock_timestamp() > v_request.at + interval '1 hour' then
        perform catb.raise_error('transcript_request_refused', 'It was made more than an hour ago.');
    end if;
    if not exists (select from public.sessions s where s.id = p_session_id) then
        perform catb.raise_error('session_not_found');
    end if;
    insert into public.audit_log (action, actor, session_sha256, counts, request_id)
    values ('transcript_read', session_user, v_sha256,
        jsonb_build_object(
            'messages', (select count(*) from public.messages m where m.session_id = p_session_id),
            'reading', (
                select count(*) + 1 from public.audit_log a
                where a.session_sha256 = v_sha256 and a.request_id = p_request_id)),
        p_request_id);
    -- A transaction that is rolled back takes this entry along, but not its line in the server's log.
    raise log 'catb: % reads the transcript of the session with SHA-256 %', session_user, encode(v_sha256, 'hex');
    return query
        select m.seq, m.role, m.state, m.content, m.created_at
        from public.messages m where m.session_id = p_session_id order by m.seq;
end
$$;
comment on function catb.read_transcript(uuid, uuid) is
    'The whole conversation, for an analyst whose request for it is committed, his own and less than an hour old; each '
    'reading adds an entry to the audit log. Raises transcript_request_refused, session_not_found.';
revoke all on function catb.read_transcript(uuid, uuid) from public;
grant execute on function catb.read_transcript(uuid, uuid) to catb_analyst;
