-- Takes back 20261125000250_roll_up_usage.sql.

create or replace function catb.close_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_state public.message_state,
    p_content text,
    p_token_count integer,
    p_truncated boolean,
    p_raised_category public.triage_category,
    p_red_flags text[]
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    if coalesce(p_content, '') !~ '\S' then
        perform catb.raise_error('reply_blank');
    elsif p_token_count > 300 then
        perform catb.raise_error('reply_too_long', format('It has %s tokens.', p_token_count));
    end if;
    -- The session is locked before its message, as an erasure does: the other way round each could wait
    -- for the other. The attempt that the sweep gave up may still come in: failed is open to the same attempt.
    update public.messages m
    set state = p_state, content = p_content, token_count = p_token_count, truncated = p_truncated,
        attempt_id = case when p_state = 'failed' then m.attempt_id end
    from (select s.id from public.sessions s where s.id = p_session_id for key share) as locked
    where m.session_id = locked.id and m.seq = p_reply_seq and m.attempt_id = p_attempt_id
      and m.state in ('pending', 'streaming', 'failed');
    if not found then
        perform catb.raise_error('turn_superseded');
    end if;
    -- What was said before can make a message graver than it is alone; that is known after begin_turn only.
    if p_raised_category is not null then
        update public.messages m set triage_category = p_raised_category, red_flags = p_red_flags
        where m.session_id = p_session_id and m.seq = p_reply_seq - 1;
    end if;
end
$$;

create or replace function public.checkpoint_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_reply_so_far text,
    p_token_count integer
)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may store what it has so far; the server may write no table.
begin
    update public.messages m
    set state = 'streaming', content = p_reply_so_far, token_count = p_token_count
    where m.session_id = p_session_id and m.seq = p_reply_seq and m.attempt_id = p_attempt_id
      and m.state in ('pending', 'streaming') and p_reply_so_far ~ '\S';
    return found;
end
$$;

create or replace function catb.sweep_stuck_turns(
    p_apology text,
    p_apology_tokens integer,
    p_older_than interval default '5 minutes',
    p_horizon interval default '7 days'
)
returns integer
language sql
volatile
security definer
set search_path = ''
as $$
    -- security definer: the server closes turns of dead processes without seeing what is in them.
    -- attempt_id stays: a process that was only slow may still finish what was given up for it.
    with closed as (
        update public.messages m
        set state = case when m.content ~ '\S' then 'aborted' else 'failed' end::public.message_state,
            -- Kept to what the table takes: an error of a constraint would show the row to the caller.
            content = case when m.content ~ '\S' then m.content else coalesce(left(p_apology, 20000), '') end,
            token_count = case when m.content ~ '\S' then m.token_count else least(greatest(p_apology_tokens, 0), 300) end
        where (m.session_id, m.seq) in (
            select stuck.session_id, stuck.seq
            from public.messages stuck
            where stuck.created_at between now() - p_horizon and now() - p_older_than
              and stuck.state in ('pending', 'streaming')
            for update skip locked)
        returning 1)
    select count(*)::integer from closed
$$;

drop trigger mark_late_insert on public.messages;
drop trigger mark_late_update on public.messages;
drop trigger mark_deleted on public.messages;
drop trigger mark_late_insert on public.model_calls;
drop trigger mark_late_update on public.model_calls;
drop trigger mark_deleted on public.model_calls;
drop trigger mark_late_insert on public.sessions;
drop trigger mark_late_update on public.sessions;
drop trigger mark_deleted on public.sessions;
drop trigger mark_rated_answer on public.feedback;
drop trigger keep_usage on public.sessions;
drop function catb.compare_usage(timestamptz, timestamptz);
drop function catb.keep_usage_of_session();
drop function catb.keep_usage(uuid[]);
drop function catb.mark_quarter(timestamptz);
drop function catb.mark_deleted_rows();
drop function catb.mark_rated_answer();
drop function catb.mark_late_row();
drop function catb.roll_up_usage(integer);
drop function catb.refresh_open_usage(timestamptz);
drop function catb.refresh_usage_quarters(timestamptz[]);
drop function catb.refresh_usage(catb.usage_grain, timestamptz, timestamptz);
-- How far they were is counted anew, should the migration come again.
delete from catb.usage_progress where only_row;
delete from catb.usage_marks where quarter is not null;
delete from catb.stale_days where day is not null;
