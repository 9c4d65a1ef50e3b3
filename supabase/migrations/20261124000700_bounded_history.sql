-- A history page reads the ratings of its own messages only.
--
-- Why: the ratings were joined by session alone, so that PostgreSQL read them from the session's first
-- one on: in a long conversation with many rated answers each page cost more than the last. Buffers of
-- the newest page of 50 with every answer rated: 10 in a session of 400 messages and 253 in one of
-- 40,000; now 10 in both.
-- Cost on a big database: one function.

create or replace function public.session_history(
    p_before integer default null,
    p_limit integer default 50,
    p_session_token text default null
)
returns table (
    seq integer,
    role public.message_role,
    state public.message_state,
    content text,
    token_count integer,
    truncated boolean,
    created_at timestamptz,
    triage_category public.triage_category,
    red_flags text[],
    rating public.feedback_rating,
    comment text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not read the table.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    if p_limit is null or p_limit not between 1 and 200 or p_before < 1 then
        perform catb.raise_error('page_invalid');
    end if;
    return query
        with page as materialized (
            select m.*
            from public.messages m
            where m.session_id = v_session_id and m.seq < coalesce(p_before, 2147483647)
            order by m.seq desc
            limit p_limit
        )
        select page.seq, page.role, page.state, page.content, page.token_count, page.truncated, page.created_at,
               page.triage_category, page.red_flags, f.rating, f.comment
        from page
        -- From the page's oldest message on: without it the ratings are read from the session's first.
        left join public.feedback f
            on f.session_id = v_session_id and f.seq = page.seq and f.seq >= (select min(oldest.seq) from page oldest)
        order by page.seq;
end
$$;
