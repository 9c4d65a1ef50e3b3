-- Calls of a model whose result came too late are in the ledger too.
--
-- Why: an attempt whose lease ran out loses its turn to a retry, and a summary its claim. finish_turn,
-- fail_turn and finish_summary then refuse the result, and with it the record of a call that was paid for.
-- Nothing in the database remembers an attempt that was taken over, so what is reported here can not be
-- checked against it. What can be is whose session it is: the caller needs the session's token, as for
-- everything that concerns a session, and adds no row to any other. Whoever holds the server's connection
-- and a token could have written the same by finishing a turn of that session.
-- A reply's call is noted under the message, not the answer: the answer's calls are those of the attempts
-- that stored one, and begin_turn names the model of the newest.
-- Cost on a big database: one function, no table is touched.

create function public.record_superseded_call(
    p_session_token text,
    p_seq integer,
    p_attempt_id uuid,
    p_purpose public.model_call_purpose,
    p_provider text,
    p_model text,
    p_request_id text,
    p_usage_certainty public.cost_certainty,
    p_input_tokens integer,
    p_cached_input_tokens integer,
    p_cache_write_tokens integer,
    p_output_tokens integer,
    p_latency_ms integer,
    p_first_token_ms integer
)
returns numeric
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides; the server may run this and write no table.
declare
    v_session_id pg_catalog.uuid := catb.session_of_token(p_session_token);
    v_owner pg_catalog.uuid;
    v_state public.message_state;
begin
    -- The lock makes an erasure wait, or finds that it has been.
    perform from public.sessions s where s.id = v_session_id for key share;
    if not found then
        perform catb.raise_error('session_token_refused');
    end if;
    select m.attempt_id, m.state into v_owner, v_state
    from public.messages m
    where m.session_id = v_session_id and m.seq = p_seq and (m.role = 'assistant' or p_purpose = 'summary');
    if not found then
        perform catb.raise_error('message_not_found');
    end if;
    -- A failed answer keeps the attempt that apologized: that one has stored its call.
    if v_owner = p_attempt_id and v_state in ('pending', 'streaming') then
        perform catb.raise_error('turn_in_progress', 'This attempt still owns the turn: finish it.');
    end if;
    return catb.record_model_call(
        v_session_id, case p_purpose when 'reply' then p_seq - 1 else p_seq end, p_purpose,
        p_provider, p_model, p_request_id, p_usage_certainty,
        p_input_tokens, p_cached_input_tokens, p_cache_write_tokens, p_output_tokens,
        p_latency_ms, p_first_token_ms, 'superseded');
end
$$;
comment on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer) is
    'Records a paid call whose result came too late: of an attempt that lost its turn at answer p_seq, or of a summary '
    'through p_seq that lost its claim. Finish reason superseded; once per request id. Returns the cost in US dollars '
    '(null: unknown). Raises session_token_refused, message_not_found, turn_in_progress.';
revoke all on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer)
    from public, anon, authenticated, service_role;
grant execute on function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer) to catb_server;

comment on column public.model_calls.seq is
    'The answer it was for; for a summary, the last message summarised; for an attempt that lost its turn, the message.';
comment on column public.model_calls.finish_reason is
    'The provider''s, or the code of the error it ended with; superseded: it came too late and was not stored.';
