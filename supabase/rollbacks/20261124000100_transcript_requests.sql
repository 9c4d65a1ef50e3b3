-- Takes back: the request before a transcript is read. What the audit log has learned since stays in it:
-- a request counts as a reading, as it did before, and what the table has no place for goes to counts,
-- from where the migration takes it when it comes again.
drop function catb.read_transcript(uuid, uuid);
drop function catb.request_transcript(uuid, text);

alter table public.audit_log no force row level security;
update public.audit_log
set action = 'transcript_read',
    counts = counts || jsonb_strip_nulls(jsonb_build_object(
        'action', action, 'requestId', request_id, 'transactionId', transaction_id::text))
where action = 'transcript_requested' or request_id is not null;
alter table public.audit_log force row level security;

alter table public.audit_log
    drop column request_id,
    drop column transaction_id,
    drop constraint action_is_known,
    add constraint action_is_known check (action in ('session_erased', 'transcript_read'));

delete from catb.error_codes where name = 'transcript_request_refused';

create function catb.read_transcript(p_session_id uuid, p_reason text)
returns table (seq integer, role public.message_role, state public.message_state, content text, created_at timestamptz)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: an analyst reads no content but through here, where the reason is written down first.
begin
    if p_reason is null or char_length(btrim(p_reason)) < 10 then
        perform catb.raise_error('reason_required');
    end if;
    if not exists (select from public.sessions s where s.id = p_session_id) then
        perform catb.raise_error('session_not_found');
    end if;
    insert into public.audit_log (action, actor, session_sha256, reason, counts)
    values ('transcript_read', session_user, sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8')), left(btrim(p_reason), 1000),
        jsonb_build_object('messages', (select count(*) from public.messages m where m.session_id = p_session_id)));
    -- A transaction that is rolled back takes its row in the audit log along, but not this line in the server's.
    raise log 'catb: % reads the transcript of the session with SHA-256 %', session_user,
        encode(sha256(convert_to(p_session_id::pg_catalog.text, 'UTF8')), 'hex');
    return query
        select m.seq, m.role, m.state, m.content, m.created_at
        from public.messages m where m.session_id = p_session_id order by m.seq;
end
$$;
comment on function catb.read_transcript(uuid, text) is
    'The whole conversation, for an analyst with a reason; the reading is in the audit log before a row is returned.';
revoke all on function catb.read_transcript(uuid, text) from public;
grant execute on function catb.read_transcript(uuid, text) to catb_analyst;
