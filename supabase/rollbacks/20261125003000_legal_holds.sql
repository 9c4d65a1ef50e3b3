-- Takes back: legal holds. What is on hold is no longer kept: look at catb.legal_holds before. Entries of the
-- audit log that only this migration knows are put aside in a kind that was known before.
drop trigger keep_hold on catb.legal_holds;
drop trigger keep_held_table on catb.legal_holds;
drop trigger keep_held_table on public.sessions;
drop trigger keep_held on public.sessions;
do $$
declare
    v_table pg_catalog.text;
begin
    foreach v_table in array array['messages', 'model_calls', 'feedback', 'preferences', 'context_summaries',
        'imported_conversations'] loop
        execute format('drop trigger keep_held on public.%I', v_table);
        execute format('drop trigger keep_held_table on public.%I', v_table);
    end loop;
end
$$;
drop function catb.keep_hold();
drop function catb.keep_held_tables();
drop function catb.keep_rows_of_held_session();
drop function catb.keep_held_session();
drop function catb.release_hold(uuid, text);
drop function catb.place_hold(uuid, text);
drop table catb.legal_holds;

alter table public.audit_log no force row level security;
update public.audit_log
set action = 'transcript_read',
    session_sha256 = coalesce(session_sha256, sha256('')),
    counts = jsonb_build_object('putAside', action, 'counts', counts)
where action in ('hold_placed', 'hold_released', 'retention_policy_set', 'retention_policy_removed');
alter table public.audit_log force row level security;
alter table public.audit_log
    drop constraint entry_has_its_session,
    drop constraint action_is_known,
    add constraint action_is_known check (action in ('session_erased', 'transcript_requested', 'transcript_read')),
    alter column session_sha256 set not null;
comment on column public.audit_log.session_sha256 is
    'SHA-256 of the session id: whoever knows the id can check the entry, nobody can get the id from it.';
comment on column public.audit_log.counts is 'How many rows, by table.';
delete from catb.error_codes where sqlstate in ('MU070', 'MU071');
