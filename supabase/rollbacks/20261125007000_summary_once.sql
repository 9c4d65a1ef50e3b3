-- Takes back: the second look whether a summary is due.
create or replace function public.begin_summary(
    p_session_token text,
    p_window_from_seq integer,
    out session_id uuid,
    out claim_id uuid,
    out previous_summary text,
    out through_seq integer,
    out messages json
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the server holds the token of the turn that made the summary due, and no right to read.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
    v_covered_seq integer;
begin
    -- Sessions are locked before what belongs to them, everywhere: an erasure at the same moment waits.
    perform from public.sessions s where s.id = v_session_id for key share;
    if not found then
        perform catb.raise_error('session_token_refused');
    end if;
    -- A summary is a call of the model too, and one that can wait.
    if (select s.action from catb.spent_budgets() s) in ('offline-guide', 'refuse') then
        return;
    end if;
    insert into public.context_summaries as c (session_id, claim_id, claimed_until)
    values (v_session_id, catb.uuid_v7(), now() + interval '2 minutes')
    on conflict on constraint context_summaries_pkey do update
    set claim_id = excluded.claim_id, claimed_until = excluded.claimed_until
    where c.claimed_until is null or c.claimed_until < now()
    returning c.claim_id, c.content, c.through_seq into claim_id, previous_summary, v_covered_seq;
    if claim_id is null then
        return;
    end if;
    session_id := v_session_id;
    through_seq := p_window_from_seq - 1;
    -- At most the 200 messages before the window: an imported history of any length costs one job.
    select json_agg(json_build_object('role', m.role, 'content', m.content) order by m.seq) into messages
    from public.messages m
    where m.session_id = v_session_id
      and m.seq > greatest(v_covered_seq, p_window_from_seq - 1 - 200) and m.seq < p_window_from_seq
      and m.state in ('complete', 'aborted') and m.content <> '';
end
$$;
