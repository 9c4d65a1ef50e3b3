-- Takes back: a history page that reads its own ratings only. The function is again what it was.
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
        select page.seq, page.role, page.state, page.content, page.token_count, page.truncated, page.created_at,
               page.triage_category, page.red_flags, f.rating, f.comment
        from (
            select m.*
            from public.messages m
            where m.session_id = v_session_id and m.seq < coalesce(p_before, 2147483647)
            order by m.seq desc
            limit p_limit
        ) page
        left join public.feedback f on f.session_id = v_session_id and f.seq = page.seq
        order by page.seq;
end
$$;
