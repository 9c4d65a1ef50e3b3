-- The turn: two statements, one before the model and one after it.
--
-- Why: begin_turn commits what the person said before a model is called, so nothing said is lost;
-- finish_turn or fail_turn closes the answer by compare-and-set. What ties them is attempt_id, a
-- random id known only to the attempt at work: someone with the server's connection but without a
-- session's token can begin no turn, and finish none that he did not begin.
-- Cost on a big database: functions only.

create function catb.take_up_turn(
    p_session_id uuid,
    p_question_seq integer,
    p_lease interval,
    out state public.message_state,
    out reply text,
    out truncated boolean,
    out attempt_id uuid
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_answer public.messages;
begin
    select m.* into v_answer
    from public.messages m
    where m.session_id = p_session_id and m.seq = p_question_seq + 1
    for update;
    if v_answer.state in ('complete', 'aborted') then
        state := v_answer.state;
        reply := v_answer.content;
        truncated := v_answer.truncated;
        return;
    end if;
    if v_answer.state in ('pending', 'streaming') and v_answer.created_at + p_lease > now() then
        perform catb.raise_error('turn_in_progress', format('Try again in %s s.',
            ceil(extract(epoch from v_answer.created_at + p_lease - now()))::integer));
    end if;
    update public.messages m
    set state = 'pending', content = '', token_count = 0, truncated = false,
        attempt_id = catb.uuid_v7(), created_at = now()
    where m.session_id = p_session_id and m.seq = p_question_seq + 1
    returning m.state, m.attempt_id into state, attempt_id;
end
$$;
comment on function catb.take_up_turn(uuid, integer, interval) is
    'A retry of a turn: its answer when there is one; a new attempt when the last one failed or its lease ran out; '
    'otherwise raises turn_in_progress.';
revoke all on function catb.take_up_turn(uuid, integer, interval) from public;

create function public.begin_turn(
    p_session_token text,
    p_message text,
    p_token_count integer,
    p_idempotency_key text default null,
    p_triage_category public.triage_category default 'routine',
    p_red_flags text[] default null,
    p_context_tokens integer default 3000,
    p_context_messages integer default 40,
    p_turns_per_minute integer default 10,
    p_lease interval default '60 seconds',
    out session_id uuid,
    out seq integer,
    out reply_seq integer,
    out attempt_id uuid,
    out state public.message_state,
    out reply text,
    out truncated boolean,
    out triage_category public.triage_category,
    out red_flags text[],
    out context json,
    out context_from_seq integer,
    out summary text,
    out summary_due boolean,
    out preferences jsonb,
    out triage_version bigint,
    out provider text,
    out model text
)
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides; the server may run this and read no table.
declare
    v_token pg_catalog.bytea;
    v_key pg_catalog.uuid := catb.hash_idempotency_key(p_idempotency_key);
    v_step interval := case when p_turns_per_minute <= 0 then '0' else interval '60 seconds' / coalesce(p_turns_per_minute, 10) end;
    v_spent_until pg_catalog.timestamptz;
    v_said pg_catalog.text;
    v_covered_seq integer;
    v_claimed_until pg_catalog.timestamptz;
    v_summary_tokens integer;
begin
    if p_session_token is null or p_session_token !~ '^catb_[A-Za-z0-9_-]{64}$' then
        perform catb.raise_error('session_token_refused');
    end if;
    v_token := decode(translate(substr(p_session_token, 6), '-_', '+/'), 'base64');

    -- One update checks the token, takes the session's lock, allots two numbers and counts the turn.
    update public.sessions s
    set last_seq = s.last_seq + 2,
        last_active_at = now(),
        quota_spent_until = greatest(s.quota_spent_until, now()) + v_step
    where s.id = encode(substr(v_token, 1, 16), 'hex')::pg_catalog.uuid
      and s.secret_sha256 = sha256(substr(v_token, 17))
      and s.revoked_at is null
      and s.expires_at > now()
    returning s.id, s.last_seq - 1, s.quota_spent_until into session_id, seq, v_spent_until;
    if session_id is null then
        perform catb.raise_error('session_token_refused');
    end if;

    -- The session is locked, so a key that is not here now cannot come in before this turn.
    if v_key is not null then
        select m.seq, m.content, m.triage_category, m.red_flags
        into reply_seq, v_said, triage_category, red_flags
        from public.messages m
        where m.session_id = begin_turn.session_id and m.idempotency_key = v_key;
    end if;
    if reply_seq is not null then
        if v_said is distinct from p_message then
            perform catb.raise_error('idempotency_key_reused');
        end if;
        seq := reply_seq;
        reply_seq := seq + 1;
        select t.state, t.reply, t.truncated, t.attempt_id into state, reply, truncated, attempt_id
        from catb.take_up_turn(session_id, seq, p_lease) t;
        -- The numbers allotted go back; what was answered before is not counted again.
        update public.sessions s
        set last_seq = s.last_seq - 2,
            quota_spent_until = case when attempt_id is null then v_spent_until - v_step else v_spent_until end
        where s.id = begin_turn.session_id;
        if attempt_id is null then
            select c.provider, c.model into provider, model
            from public.model_calls c
            where c.session_id = begin_turn.session_id and c.seq = begin_turn.reply_seq and c.purpose = 'reply'
            order by c.created_at desc
            limit 1;
            return;
        end if;
    end if;
    if v_step > interval '0' and v_spent_until > now() + interval '60 seconds' then
        perform catb.raise_error('turn_quota_exceeded', format('Try again in %s s.',
            ceil(extract(epoch from v_spent_until - now() - interval '60 seconds'))::integer));
    end if;

    if attempt_id is null then
        if coalesce(p_message, '') !~ '\S' then
            perform catb.raise_error('message_blank');
        elsif char_length(p_message) > 20000 then
            perform catb.raise_error('message_too_long');
        end if;
        reply_seq := seq + 1;
        state := 'pending';
        attempt_id := catb.uuid_v7();
        triage_category := p_triage_category;
        red_flags := p_red_flags;
        insert into public.messages
            (session_id, seq, role, state, content, token_count, idempotency_key, attempt_id, triage_category, red_flags)
        values
            (session_id, seq, 'user', 'complete', p_message, p_token_count, v_key, null, p_triage_category, p_red_flags),
            (session_id, reply_seq, 'assistant', 'pending', '', 0, null, attempt_id, null, null);
    end if;

    -- One row from no table, so that what a session has not set costs no extra statement.
    select c.content, c.through_seq, c.claimed_until, c.token_count, catb.preferences_json(p)
    into summary, v_covered_seq, v_claimed_until, v_summary_tokens, preferences
    from (values (1)) as one
    left join public.context_summaries c on c.session_id = begin_turn.session_id
    left join public.preferences p on p.session_id = begin_turn.session_id;
    summary := nullif(summary, '');

    select w.messages, w.from_seq into context, context_from_seq
    from catb.context_window(
        session_id, seq, p_context_tokens - coalesce(v_summary_tokens, 0), p_context_messages) w;
    -- Enough is twenty messages: fewer are not worth a model call.
    summary_due := context_from_seq - 1 - coalesce(v_covered_seq, 0) >= 20
        and (v_claimed_until is null or v_claimed_until < now());
    triage_version := catb.triage_version();
end
$$;
comment on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval) is
    'Begins a turn: checks token, quota and idempotency key, stores the message and a pending answer, and returns the '
    'context that fits (oldest first, the new message last), summary and preferences. A retry with the same key returns '
    'the same turn with its reply if there is one, or a new attempt_id if the last attempt failed or its lease ran out. '
    'Raises session_token_refused, turn_quota_exceeded, message_blank, message_too_long, idempotency_key_invalid, '
    'idempotency_key_reused, turn_in_progress.';
revoke all on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval)
    from public, anon, authenticated, service_role;
grant execute on function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval)
    to catb_server;

create function catb.close_turn(
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
    -- The session before its message, as an erasure does: the other way round each could wait for the other.
    perform from public.sessions s where s.id = p_session_id for key share;
    -- The attempt that the sweep gave up may still come in: failed is open to the same attempt.
    update public.messages m
    set state = p_state, content = p_content, token_count = p_token_count, truncated = p_truncated,
        attempt_id = case when p_state = 'failed' then m.attempt_id end
    where m.session_id = p_session_id and m.seq = p_reply_seq and m.attempt_id = p_attempt_id
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
comment on function catb.close_turn(uuid, integer, uuid, public.message_state, text, integer, boolean,
    public.triage_category, text[]) is
    'Moves an unfinished answer to its last state, by compare-and-set on attempt_id, and stores the triage of its '
    'message where the context raised it. Raises turn_superseded, reply_blank, reply_too_long.';
revoke all on function catb.close_turn(uuid, integer, uuid, public.message_state, text, integer, boolean,
    public.triage_category, text[]) from public;

create function public.finish_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_reply text,
    p_token_count integer,
    p_truncated boolean,
    p_aborted boolean,
    p_provider text,
    p_model text,
    p_request_id text,
    p_usage_certainty public.cost_certainty,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_latency_ms integer,
    p_first_token_ms integer,
    p_finish_reason text,
    p_raised_category public.triage_category default null,
    p_red_flags text[] default null
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may finish it; the server may write no table.
begin
    perform catb.close_turn(
        p_session_id, p_reply_seq, p_attempt_id,
        case when p_aborted then 'aborted' else 'complete' end::public.message_state,
        p_reply, p_token_count, p_truncated, p_raised_category, p_red_flags);
    return catb.record_model_call(
        p_session_id, p_reply_seq, 'reply', p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason);
end
$$;
comment on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) is
    'Finishes a turn: the reply, its state, usage and cost in one statement. Returns the cost in US dollars, null when unknown.';
revoke all on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[])
    from public, anon, authenticated, service_role;
grant execute on function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) to catb_server;

create function public.fail_turn(
    p_session_id uuid,
    p_reply_seq integer,
    p_attempt_id uuid,
    p_apology text,
    p_token_count integer,
    p_provider text,
    p_model text,
    p_request_id text,
    p_usage_certainty public.cost_certainty,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_latency_ms integer,
    p_first_token_ms integer,
    p_finish_reason text,
    p_raised_category public.triage_category default null,
    p_red_flags text[] default null
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: whoever presents the attempt may close it; the server may write no table.
begin
    perform catb.close_turn(p_session_id, p_reply_seq, p_attempt_id, 'failed', p_apology, p_token_count, false,
        p_raised_category, p_red_flags);
    return catb.record_model_call(
        p_session_id, p_reply_seq, 'reply', p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, p_finish_reason);
end
$$;
comment on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) is
    'Closes a turn that the model did not answer: stores the apology as a failed answer and the call with what it used.';
revoke all on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[])
    from public, anon, authenticated, service_role;
grant execute on function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]) to catb_server;

create function public.checkpoint_turn(
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
comment on function public.checkpoint_turn(uuid, integer, uuid, text, integer) is
    'Stores what a long answer has so far, so that it outlives its server; false when the attempt no longer owns the turn.';
revoke all on function public.checkpoint_turn(uuid, integer, uuid, text, integer) from public, anon, authenticated, service_role;
grant execute on function public.checkpoint_turn(uuid, integer, uuid, text, integer) to catb_server;

create function catb.sweep_stuck_turns(
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
comment on function catb.sweep_stuck_turns(text, integer, interval, interval) is
    'Closes answers left unfinished for longer than p_older_than: aborted with what was streamed, or failed with the '
    'apology. Looks back p_horizon along a BRIN index. Any number of servers may run it at once. Returns how many it closed.';
revoke all on function catb.sweep_stuck_turns(text, integer, interval, interval) from public;
grant execute on function catb.sweep_stuck_turns(text, integer, interval, interval) to catb_server;
