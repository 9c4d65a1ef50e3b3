-- An export of a session has everything that its calls are billed by.
--
-- Why: whoever takes his data along takes along what was kept about it: the price row of each call, the
-- provider's own sum of tokens, and how many were cached for an hour.
-- Cost on a big database: a function only.

create or replace function public.export_session(p_session_token text default null)
returns json
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not read the tables.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    return (
        select json_build_object(
            'format', 'catb-session-1',
            'sessionId', s.id, 'createdAt', s.created_at, 'expiresAt', s.expires_at, 'lastActiveAt', s.last_active_at,
            'preferences', (
                select catb.preferences_json(p) from public.preferences p where p.session_id = s.id),
            'summary', (
                select nullif(c.content, '') from public.context_summaries c where c.session_id = s.id),
            'messages', (
                select coalesce(json_agg(json_build_object(
                    'seq', m.seq, 'role', m.role, 'state', m.state, 'createdAt', m.created_at, 'content', m.content,
                    'tokenCount', m.token_count, 'truncated', m.truncated,
                    'triage', m.triage_category, 'redFlags', m.red_flags) order by m.seq), '[]')
                from public.messages m where m.session_id = s.id),
            'feedback', (
                select coalesce(json_agg(json_build_object(
                    'seq', f.seq, 'rating', f.rating, 'comment', f.comment, 'createdAt', f.created_at) order by f.seq), '[]')
                from public.feedback f where f.session_id = s.id),
            'modelCalls', (
                select coalesce(json_agg(json_build_object(
                    'seq', c.seq, 'purpose', c.purpose, 'createdAt', c.created_at, 'provider', c.provider, 'model', c.model,
                    'inputTokens', c.input_tokens, 'cachedInputTokens', c.cached_input_tokens,
                    'cacheWriteTokens', c.cache_write_tokens, 'cacheWrite1hTokens', c.cache_write_1h_tokens,
                    'outputTokens', c.output_tokens, 'totalTokens', c.total_tokens, 'priceId', c.price_id,
                    'costUsd', c.cost_usd::pg_catalog.text, 'cost', c.cost_certainty, 'usage', c.usage_certainty,
                    'latencyMs', c.latency_ms, 'firstTokenMs', c.first_token_ms,
                    'finishReason', c.finish_reason, 'requestId', c.request_id) order by c.seq, c.created_at), '[]')
                from public.model_calls c where c.session_id = s.id))
        from public.sessions s where s.id = v_session_id);
end
$$;
